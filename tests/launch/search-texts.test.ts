import { expect, it } from "vitest";
import { areSearchTextsCurrent, renewSearchTexts } from "#lib/launch/search-texts.ts";
import { withClient } from "#lib/pg-client.ts";
import { openTestDatabase } from "#tests/support/database.ts";

const database = openTestDatabase();

const kept = {
  search_docs: "SELECT doc FROM search_docs ORDER BY company_id, member_id, viewer_kind",
  profiles: "SELECT sort_key FROM profiles ORDER BY company_id, member_id",
  chat_messages: "SELECT folded FROM chat_messages ORDER BY company_id, thread_id, number",
  companies: "SELECT door_keys FROM companies ORDER BY id",
  leavers: "SELECT doc, sort_key FROM leavers ORDER BY company_id, id",
};
const readAll = () => Promise.all(Object.values(kept).map((query) => database.asOwner(query)));

it("what an earlier version folded otherwise is made again, all of it, and what is of this version is not touched", async () => {
  const made = await readAll();
  await database.asOwner("UPDATE search_docs SET doc = 'before'");
  await database.asOwner("UPDATE profiles SET sort_key = 'before'");
  await database.asOwner("UPDATE chat_messages SET folded = 'before' WHERE number % 3 > 0");
  await database.asOwner("UPDATE companies SET door_keys = '{}'");
  await database.asOwner("UPDATE leavers SET doc = 'before', sort_key = 'before'");
  await renewSearchTexts(database.ownerUrl);
  expect(await readAll()).toEqual(made);
  expect(await withClient(database.ownerUrl, areSearchTextsCurrent)).toBe(true);

  const version = "SELECT string_agg(xmin::text, ' ') AS rows FROM search_docs";
  const before = await database.asOwner(version);
  await renewSearchTexts(database.ownerUrl);
  expect(await database.asOwner(version)).toEqual(before);
});

it("of another version they are not current, and row-level security holds the owner afterwards", async () => {
  await database.asOwner("COMMENT ON TABLE search_docs IS 'earlier'");
  expect(await withClient(database.ownerUrl, areSearchTextsCurrent)).toBe(false);
  await renewSearchTexts(database.ownerUrl);
  expect(await withClient(database.ownerUrl, areSearchTextsCurrent)).toBe(true);
  const loose = await database.asOwner(
    "SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity AND relnamespace = 'public'::regnamespace",
  );
  expect(loose).toEqual([]);
});
