import { beforeEach, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { NotFound } from "#lib/errors.ts";
import { expireLeavers } from "#lib/leavers/expiry.ts";
import { countExpiring, findKeeping, keepLeavers } from "#lib/leavers/keeping.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let yuki: Viewer;

/** Made so many months and days ago, of somebody whose last day is so many months ago. */
async function record(name: string, made: string, left: string | null): Promise<void> {
  await database.asOwner(
    `INSERT INTO leavers (company_id, id, family_name, given_name, sort_key, created_at, left_on)
      SELECT $1, gen_random_uuid(), $2, '', $2, now() - $3::interval, (current_date - $4::interval)::date`,
    [yuki.companyId, name, made, left],
  );
}
const names = async () =>
  (await database.asOwner<{ family_name: string }>("SELECT family_name FROM leavers ORDER BY 1")).map(
    ({ family_name }) => family_name,
  );

beforeEach(async () => {
  yuki = await viewerOf(database, "yuki", "aoba");
  await database.asOwner("DELETE FROM leavers");
  await database.asOwner("DELETE FROM leaver_expiries");
  await database.asOwner("UPDATE companies SET leaver_months = 12");
});

test("records go a year after they were made, or after the last day if that came later; what went is said", async () => {
  await record("a year ago", "1 year 1 day", "3 years");
  await record("without a last day", "1 year 1 day", null);
  await record("soon", "1 year -20 days", "10 years");
  await record("left lately", "2 years", "2 months");
  await record("still here", "2 years", "-2 months");
  await record("new", "1 month", "30 years");
  expect(await findKeeping(yuki)).toEqual({ months: 12, soon: 3, gone: [] });
  expect(await countExpiring(yuki, { months: 12 })).toBe(2);
  expect(await expireLeavers()).toBe(2);
  expect(await expireLeavers()).toBe(0);
  expect(await names()).toEqual(["left lately", "new", "soon", "still here"]);
  expect(await findKeeping(yuki)).toMatchObject({ soon: 1, gone: [{ people: 2 }] });
});

test("what HR chooses holds from then on, for its own company, and the number that go at once is said before", async () => {
  await record("seven months", "7 months", null);
  await record("eight months", "8 months", null);
  expect(await countExpiring(yuki, { months: 6 })).toBe(2);
  expect(await countExpiring(await viewerOf(database, "rachel", "larkfield"), { months: 6 })).toBe(0);
  await keepLeavers(yuki, { months: 24 });
  expect(await expireLeavers()).toBe(0);
  await keepLeavers(yuki, { months: 6 });
  expect(await expireLeavers()).toBe(2);
  await record("again", "7 months", null);
  expect(await expireLeavers()).toBe(1);
  expect((await findKeeping(yuki)).gone).toMatchObject([{ people: 3 }]);
  expect((await findKeeping(await viewerOf(database, "rachel", "larkfield"))).months).toBe(12);
});

test("nobody but HR asks, chooses or learns that any went", async () => {
  const sakura = await viewerOf(database, "sakura", "aoba");
  await expect(findKeeping(sakura)).rejects.toThrow(NotFound);
  await expect(countExpiring(sakura, { months: 6 })).rejects.toThrow(NotFound);
  await expect(keepLeavers(sakura, { months: 6 })).rejects.toThrow(NotFound);
});
