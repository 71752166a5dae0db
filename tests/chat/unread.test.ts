import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { deleteMessage } from "#lib/chat/changes.ts";
import { renameGroup } from "#lib/chat/groups.ts";
import { markRead } from "#lib/chat/places.ts";
import { countUnread, listThreads } from "#lib/chat/thread-list.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { say, startGroup } from "./callers.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;
let threadId: string;

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  kosaku = await viewerOf(database, "kosaku", "aoba");
  threadId = await startGroup(database, "未読の会", sakura, [kosaku]);
});

/** What kosaku has not read of it, and over all. */
async function unread(): Promise<{ here: number | undefined; all: number }> {
  const card = (await listThreads(kosaku)).find(({ id }) => id === threadId);
  return { here: card?.unread, all: await countUnread(kosaku) };
}

test("what was deleted is not unread, wherever it stands after the mark", async () => {
  await markRead(kosaku, threadId, await say(sakura, threadId, "読んだ"));
  const { all } = await unread();
  const numbers = [];
  for (const text of ["一", "二", "三", "四"]) numbers.push(await say(sakura, threadId, text));
  const [first = 0, second = 0, third = 0, last = 0] = numbers;
  expect(await unread()).toEqual({ here: 4, all: all + 4 });
  await deleteMessage(sakura, { threadId, number: second });
  await deleteMessage(sakura, { threadId, number: last });
  expect(await unread()).toEqual({ here: 2, all: all + 2 });
  await deleteMessage(sakura, { threadId, number: last });
  expect(await unread()).toEqual({ here: 2, all: all + 2 });
  await markRead(kosaku, threadId, first);
  expect(await unread()).toEqual({ here: 1, all: all + 1 });
  await deleteMessage(sakura, { threadId, number: third });
  expect(await unread()).toEqual({ here: 0, all });
});

test("a notice is read with what stands before it and was not deleted", async () => {
  const { all } = await unread();
  await deleteMessage(sakura, { threadId, number: await say(sakura, threadId, "取り消し") });
  await renameGroup(sakura, threadId, "未読のない会");
  expect(await unread()).toEqual({ here: 0, all });
  await say(sakura, threadId, "残る");
  await renameGroup(sakura, threadId, "未読の会");
  expect(await unread()).toEqual({ here: 2, all: all + 2 });
});
