import { expect, test } from "vitest";
import { findThread } from "#lib/chat/threads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { openThread, say, startGroup } from "./callers.ts";

const database = openTestDatabase();

test("a direct thread tells while the other is not here; what is written stays for when they are", async () => {
  const sakura = await viewerOf(database, "sakura", "aoba");
  const kosaku = await viewerOf(database, "kosaku", "aoba");
  const threadId = await openThread(sakura, kosaku);
  const group = await startGroup(database, "水添の会", sakura, [kosaku]);
  const away = async (id: string) => (await findThread(sakura, id)).away;
  const stand = (status: "ACTIVE" | "SUSPENDED") =>
    database.asOwner(`UPDATE members SET status = '${status}' WHERE id = $1`, [kosaku.memberId]);
  expect(await away(threadId)).toBe(false);
  await stand("SUSPENDED");
  expect(await away(threadId)).toBe(true);
  expect(await away(group)).toBe(false);
  const number = await say(sakura, threadId, "お元気ですか");
  await stand("ACTIVE");
  expect(await away(threadId)).toBe(false);
  expect((await findThread(kosaku, threadId)).lastNumber).toBe(number);
});
