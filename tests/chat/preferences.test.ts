import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { findChatPreferences, saveChatPreferences } from "#lib/chat/preferences.ts";
import { chatPreferencesSchema } from "#lib/chat/schema.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
const defaults = {
  shareReads: true,
  showOnline: true,
  mailAfterMinutes: 15,
  mailContent: true,
  pushContent: true,
};
let sakura: Viewer;

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
});

test("anyone who chose nothing has the defaults, and leaves no row", async () => {
  expect(await findChatPreferences(sakura)).toEqual(defaults);
  expect(await database.asOwner("SELECT FROM chat_preferences")).toEqual([]);
});

test("what is chosen is kept, and what is left out stays", async () => {
  await saveChatPreferences(sakura, { shareReads: false });
  await saveChatPreferences(sakura, { mailAfterMinutes: 0, pushContent: false });
  await saveChatPreferences(sakura, {});
  const chosen = { ...defaults, shareReads: false, mailAfterMinutes: 0, pushContent: false };
  expect(await findChatPreferences(sakura)).toEqual(chosen);
});

test("it holds for one company, and for one member", async () => {
  const [here, there] = [
    await viewerOf(database, "chinatsu", "aoba"),
    await viewerOf(database, "chinatsu", "larkfield"),
  ];
  await saveChatPreferences(here, { showOnline: false });
  expect(await findChatPreferences(there)).toEqual(defaults);
  expect(await findChatPreferences(await viewerOf(database, "kosaku", "aoba"))).toEqual(defaults);
});

test("nobody sees or changes another's", async () => {
  const kosaku = await viewerOf(database, "kosaku", "aoba");
  await saveChatPreferences(sakura, { mailContent: false });
  expect(
    await database.asViewer(kosaku, "SELECT * FROM chat_preferences WHERE member_id = $1", [sakura.memberId]),
  ).toEqual([]);
  expect(
    await database.asViewer(
      kosaku,
      "UPDATE chat_preferences SET mail_content = true WHERE member_id = $1 RETURNING 1",
      [sakura.memberId],
    ),
  ).toEqual([]);
  await expect(
    database.asViewer(kosaku, "INSERT INTO chat_preferences (company_id, member_id) VALUES ($1, $2)", [
      sakura.companyId,
      sakura.memberId,
    ]),
  ).rejects.toThrow("row-level security");
});

test.each([
  { mailAfterMinutes: 1 },
  { mailAfterMinutes: -5 },
  { mailAfterMinutes: "15" },
  { shareReads: "no" },
  { shareReads: null },
])("%j is no choice", (given) =>
  expect(chatPreferencesSchema.partial().safeParse(given).success).toBe(false),
);
