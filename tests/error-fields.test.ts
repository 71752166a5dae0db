import { readFile } from "node:fs/promises";
import { createTransport } from "nodemailer";
import { expect, test } from "vitest";
import { z } from "zod";
import { callOnce, withScope } from "#lib/db.ts";
import { type ErrorFields, errorFields } from "#lib/error-fields.ts";
import { InvariantError, TooMany } from "#lib/errors.ts";
import { startSmtpServer } from "./mail/smtp-server.ts";
import { openTestDatabase } from "./support/database.ts";

const database = openTestDatabase();

// What somebody wrote: it is in each error below, and must be in no log.
const secret = "himitsu";

async function fieldsOf(work: () => unknown): Promise<ErrorFields> {
  try {
    await work();
  } catch (error) {
    expect(holdsSecret(error), "the error itself holds what must not be logged").toBe(true);
    const fields = errorFields(error);
    expect(JSON.stringify(fields)).not.toContain(secret);
    return fields;
  }
  throw new Error("nothing was thrown");
}

function holdsSecret(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 4) return String(error).includes(secret);
  const own = Object.getOwnPropertyNames(error).map((name) => Reflect.get(error, name));
  return own.some((value) => holdsSecret(value, depth + 1));
}

test("what Prisma says of values that it cannot take is left out; its class and where it was stay", async () => {
  const fields = await fieldsOf(() =>
    withScope({}, (tx) => tx.user.findFirst({ where: { email: secret, nothing: secret } })),
  );
  expect(fields.type).toBe("PrismaClientValidationError");
  expect(fields.message).toBeUndefined();
  expect(fields.stack?.length).toBeGreaterThan(0);
});

test("what PostgreSQL says through Prisma keeps its code, and its message where that holds names of tables alone", async () => {
  const unreadable = await fieldsOf(() => withScope({}, (tx) => tx.$queryRaw`SELECT ${secret}::text::uuid`));
  expect(unreadable).toMatchObject({ code: "P2010", cause: { code: "22P02" } });
  expect(unreadable.cause?.message).toBeUndefined();
  const forbidden = await withScope({}, (tx) => tx.$queryRaw`DELETE FROM companies`).catch((error) =>
    errorFields(error),
  );
  expect(forbidden).toMatchObject({
    cause: { code: "42501", message: "permission denied for table companies" },
  });
});

test("rows, and searches that cannot be read, which pg tells beside the message, are left out", async () => {
  await database.asOwner("CREATE TABLE jars (label text PRIMARY KEY)");
  await database.asOwner("GRANT INSERT, SELECT ON jars TO okaeri_app");
  const put = () => callOnce("put", "INSERT INTO jars VALUES ($1)", [secret]);
  await put();
  expect(await fieldsOf(put)).toMatchObject({
    type: "error",
    code: "23505",
    message: 'duplicate key value violates unique constraint "jars_pkey"',
    constraint: "jars_pkey",
    table: "jars",
  });
  const search = await fieldsOf(() => callOnce("search", "SELECT $1::tsquery", [`${secret} ${secret}`]));
  expect(search).toMatchObject({ code: "42601" });
  expect(search.message).toBeUndefined();
});

test("an address that a mail server refuses is left out", async () => {
  const smtp = await startSmtpServer();
  smtp.refuse(`550 5.1.1 <${secret}@example.com>: no such person`);
  const fields = await fieldsOf(() =>
    createTransport(smtp.url).sendMail({ from: "a@example.com", to: `${secret}@example.com`, text: "t" }),
  );
  expect(fields.code).toBe("EENVELOPE");
  await smtp.close();
});

test("of JSON, numbers, addresses and what a schema refuses nothing is quoted", async () => {
  expect((await fieldsOf(() => JSON.parse(secret))).type).toBe("SyntaxError");
  expect((await fieldsOf(() => new Intl.DateTimeFormat("en", { timeZone: secret }))).type).toBe("RangeError");
  expect((await fieldsOf(() => new URL(`/${secret}`))).code).toBe("ERR_INVALID_URL");
  expect((await fieldsOf(() => fetch(`http://${secret}:${secret}@x/`))).type).toBe("TypeError");
  const parse = () => z.strictObject({ a: z.literal(1) }).parse({ a: 1, [`${secret} of mine`]: 1 });
  expect((await fieldsOf(parse)).issues).toEqual(["unrecognized_keys"]);
  const keyed = () => z.record(z.string(), z.int()).parse({ [`my ${secret}`]: "x" });
  expect((await fieldsOf(keyed)).issues).toEqual(["… invalid_type"]);
  expect(
    (await fieldsOf(() => Promise.reject(new Error(`no ${secret}\n    at ${secret} (/x:1:1)`)))).stack,
  ).not.toEqual([]);
  expect(
    (
      await fieldsOf(() =>
        Promise.reject(Object.assign(new Error(secret), { code: `${secret}!`, name: `${secret}?` })),
      )
    ).type,
  ).toBe("Error");
  await fieldsOf(() => Promise.reject(secret));
});

test("what says nothing of anybody is told: ours, the system's and a mistake in the code", async () => {
  expect(errorFields(new InvariantError("some were not answered"))).toMatchObject({
    message: "some were not answered",
  });
  expect(errorFields(new TooMany(3))).toMatchObject({
    type: "TooMany",
    message: "too many tries, again in 3 s",
  });
  const missing = await readFile("/nowhere/at/all").catch(errorFields);
  expect(missing).toMatchObject({
    code: "ENOENT",
    message: "ENOENT: no such file or directory, open '/nowhere/at/all'",
  });
  const nothing: { it: { is: string } } = JSON.parse("{}");
  expect(
    await Promise.resolve()
      .then(() => nothing.it.is)
      .catch(errorFields),
  ).toMatchObject({
    type: "TypeError",
    message: "Cannot read properties of undefined (reading 'is')",
    stack: expect.arrayContaining([expect.stringMatching(/^at .*error-fields\.test\.ts:\d+:\d+\)?$/)]),
  });
});
