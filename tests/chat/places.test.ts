import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { createGroup, renameGroup } from "#lib/chat/groups.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { archiveThread, markRead, muteThread, pinThread } from "#lib/chat/places.ts";
import { countUnread, listThreads } from "#lib/chat/thread-list.ts";
import { findThread } from "#lib/chat/threads.ts";
import { NotFound } from "#lib/errors.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;
let threadId: string;

beforeEach(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  kosaku = await viewerOf(database, "kosaku", "aoba");
  threadId = await createGroup(sakura, { name: "水添の会", memberIds: [kosaku.memberId] });
});

const say = (viewer: Viewer, text: string) =>
  sendMessage(viewer, { threadId, clientId: crypto.randomUUID(), text, mentions: [], files: [] });
const placeOf = async (viewer: Viewer) => {
  const card = (await listThreads(viewer)).find(({ id }) => id === threadId);
  return card && { muted: card.muted, pinned: card.pinned, archived: card.archived, unread: card.unread };
};
const plain = { muted: false, pinned: false, archived: false };

describe.each([
  ["muting", muteThread, "muted"],
  ["pinning", pinThread, "pinned"],
  ["archiving", archiveThread, "archived"],
] as const)("%s", (_, change, flag) => {
  it("is switched on and off, for oneself alone, in the list and in the thread", async () => {
    await markRead(kosaku, threadId, 1);
    await change(sakura, threadId, true);
    expect(await placeOf(sakura)).toEqual({ ...plain, [flag]: true, unread: 0 });
    expect(await findThread(sakura, threadId)).toMatchObject({ ...plain, [flag]: true });
    expect(await placeOf(kosaku)).toEqual({ ...plain, unread: 0 });
    await change(sakura, threadId, false);
    expect(await placeOf(sakura)).toEqual({ ...plain, unread: 0 });
  });

  it("is not for a thread of others", async () => {
    const yuki = await viewerOf(database, "yuki", "aoba");
    await expect(change(yuki, threadId, true)).rejects.toThrow(NotFound);
    await expect(change(yuki, "no id", true)).rejects.toThrow(NotFound);
  });
});

describe("an archived thread", () => {
  it("comes back with a new message, unless it is muted", async () => {
    await archiveThread(kosaku, threadId, true);
    await say(sakura, "お久しぶりです");
    expect(await placeOf(kosaku)).toMatchObject({ archived: false });
    await muteThread(kosaku, threadId, true);
    await archiveThread(kosaku, threadId, true);
    await say(sakura, "もう一度");
    expect(await placeOf(kosaku)).toMatchObject({ archived: true });
  });

  it("is not pinned, and a pinned one not archived", async () => {
    await pinThread(sakura, threadId, true);
    await archiveThread(sakura, threadId, true);
    expect(await placeOf(sakura)).toMatchObject({ pinned: false, archived: true });
    await pinThread(sakura, threadId, true);
    expect(await placeOf(sakura)).toMatchObject({ pinned: true, archived: false });
  });
});

describe("what is unread", () => {
  it("of a muted thread stands beside it, and is not counted", async () => {
    await markRead(kosaku, threadId, 1);
    const before = await countUnread(kosaku);
    await muteThread(kosaku, threadId, true);
    await say(sakura, "静かに");
    expect(await placeOf(kosaku)).toMatchObject({ unread: 1 });
    expect(await countUnread(kosaku)).toBe(before);
    await muteThread(kosaku, threadId, false);
    expect(await countUnread(kosaku)).toBe(before + 1);
  });

  it("is no notice alone, but one behind what is unread is", async () => {
    expect(await placeOf(kosaku)).toMatchObject({ unread: 0 });
    await renameGroup(sakura, threadId, "水添の旧友");
    expect(await placeOf(kosaku)).toMatchObject({ unread: 0 });
    await say(sakura, "一");
    await renameGroup(sakura, threadId, "水添の会");
    expect(await placeOf(kosaku)).toMatchObject({ unread: 2 });
    expect(await placeOf(sakura)).toMatchObject({ unread: 0 });
  });

  it("goes down to what was read and never up again", async () => {
    await say(sakura, "一");
    await say(sakura, "二");
    await markRead(kosaku, threadId, 3);
    await markRead(kosaku, threadId, 1);
    expect(await placeOf(kosaku)).toMatchObject({ unread: 0 });
    await markRead(kosaku, threadId, Number.MAX_SAFE_INTEGER);
    await say(sakura, "三");
    expect(await placeOf(kosaku)).toMatchObject({ unread: 1 });
  });
});
