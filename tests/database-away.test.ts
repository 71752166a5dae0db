import { inspect } from "node:util";
import pg from "pg";
import { expect, test } from "vitest";
import { awayCode, DatabaseAway, tellAway } from "#lib/database-away.ts";
import { callOnce, withScope } from "#lib/db.ts";
import { errorFields } from "#lib/error-fields.ts";
import { NotFound } from "#lib/errors.ts";
import { openTestDatabase } from "#tests/support/database.ts";

openTestDatabase();

const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
const refused = () => failure(new pg.Client("postgresql://o:o@127.0.0.1:1/none").connect());

test("a database that goes away in the middle is one line in the log, with PostgreSQL's code", async () => {
  const die = "SELECT pg_terminate_backend(pg_backend_pid())";
  const errors = [
    await failure(withScope({}, (tx) => tx.$queryRawUnsafe(die))),
    await failure(callOnce("die", die, [])),
  ];
  for (const error of errors) {
    expect(error).toBeInstanceOf(DatabaseAway);
    expect(errorFields(error)).toMatchObject({
      code: "57P01",
      message: "the database cannot be reached (57P01)",
    });
  }
  // And it is back at once.
  expect(await callOnce("one", "SELECT 1 AS one", [])).toEqual([{ one: 1 }]);
});

test("one that is not there is as well", async () => {
  const error = tellAway(await refused());
  expect(errorFields(error)).toMatchObject({
    type: "DatabaseAway",
    message: "the database cannot be reached (ECONNREFUSED)",
  });
  expect(errorFields(error)).not.toHaveProperty("stack");
  expect(tellAway(error)).toBe(error);
});

test("any other error stays what it is, with its stack", async () => {
  const wrong = await failure(withScope({}, (tx) => tx.$queryRaw`SELECT 1 / 0`));
  expect(wrong).not.toBeInstanceOf(DatabaseAway);
  expect(inspect(wrong)).toContain("\n    at ");
  expect(awayCode(wrong)).toBeNull();
  const notFound = new NotFound();
  expect(await failure(withScope({}, () => Promise.reject(notFound)))).toBe(notFound);
  for (const other of [null, "57P01", new Error("57P01")]) expect(awayCode(other)).toBeNull();
});
