import { expect, test } from "vitest";
import { NotFound } from "#lib/errors.ts";
import { findDeskStart } from "#lib/leavers/desk-start.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();

test("the desk counts its own company's leavers, and names who leaves next, the nearest first", async () => {
  const yuki = await viewerOf(database, "yuki", "aoba");
  const before = await findDeskStart(yuki);
  expect(before.counts).toMatchObject({ imports: 0, leavers: 14, withoutMail: 3, withoutGround: 2 });
  expect(before.upcoming.map(({ name }) => name)).toEqual(["市川 玲奈", "富永 修", "鶴田 航平"]);
  const inDays = (days: number, name: string) =>
    database.asOwner(
      "UPDATE leavers SET left_on = (now() AT TIME ZONE 'Asia/Tokyo')::date + $1::int WHERE given_name = $2",
      [days, name],
    );
  await inDays(-1, "玲奈");
  await inDays(0, "航平");
  await database.asOwner("UPDATE leavers SET deceased = true WHERE given_name = '修'");
  await database.asOwner(
    "INSERT INTO leaver_imports (company_id, id, started_by_id, state) SELECT company_id, gen_random_uuid(), id, 'READY' FROM members WHERE id = $1",
    [yuki.memberId],
  );
  const after = await findDeskStart(yuki);
  expect(after.counts).toMatchObject({ imports: 1, leavers: 14 });
  expect(after.upcoming.map(({ name, days }) => [name, days])).toEqual([["鶴田 航平", 0]]);
});

test("to whom it is not of HR there is no desk", async () => {
  await expect(findDeskStart(await viewerOf(database, "sakura", "aoba"))).rejects.toThrow(NotFound);
});
