import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { createGroup } from "#lib/chat/groups.ts";
import { listMessagesBefore, sendMessage } from "#lib/chat/messages.ts";
import { answerRequest, findRequest } from "#lib/chat/requests.ts";
import { countUnread, listThreads } from "#lib/chat/thread-list.ts";
import { findThread, openDirectThread } from "#lib/chat/threads.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { strangersOf } from "./strangers.ts";

const database = openTestDatabase();
let sakura: Viewer;
let stranger: Viewer;
let threadId: string;

beforeEach(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  [stranger = sakura] = await strangersOf(database, sakura, 1);
  threadId = await openDirectThread(stranger, sakura.memberId);
});

const say = (viewer: Viewer, text: string, thread = threadId) =>
  sendMessage(viewer, { threadId: thread, clientId: crypto.randomUUID(), text, mentions: [], files: [] });
const texts = async (viewer: Viewer) =>
  (await listMessagesBefore(viewer, threadId)).lines.filter(({ notice }) => !notice).map(({ text }) => text);
const cardOf = async (viewer: Viewer) => (await listThreads(viewer)).find(({ id }) => id === threadId);

describe("a stranger's first line", () => {
  it("asks: it is read, and counts as one until it is answered", async () => {
    const before = await countUnread(sakura);
    await say(stranger, "はじめまして");
    expect(await cardOf(sakura)).toMatchObject({
      standing: "asked",
      unread: 0,
      last: { text: "はじめまして" },
    });
    expect(await countUnread(sakura)).toBe(before + 1);
    expect(await countUnread(stranger)).toBe(0);
    expect(await texts(sakura)).toEqual(["はじめまして"]);
    expect(await findRequest(sakura, threadId)).toMatchObject({
      asker: { memberId: stranger.memberId, kind: "ALUMNUS" },
      members: 1,
    });
  });

  it("counts once it is written, not when the thread was merely opened; so does an invitation, until it is declined", async () => {
    const [, another = sakura] = await strangersOf(database, sakura, 2);
    const before = await countUnread(sakura);
    await openDirectThread(another, sakura.memberId);
    expect(await countUnread(sakura)).toBe(before);
    const kosaku = await viewerOf(database, "kosaku", "aoba");
    const memberIds = [sakura.memberId, kosaku.memberId];
    const group = await createGroup(stranger, { name: "勉強会", memberIds });
    await say(stranger, "お集まりください", group);
    expect(await countUnread(sakura)).toBe(before + 1);
    await answerRequest(sakura, group, false);
    expect(await countUnread(sakura)).toBe(before);
  });

  it("is the only one until it is answered, by either", async () => {
    await say(stranger, "はじめまして");
    await expect(say(stranger, "もしもし")).rejects.toThrow();
    await expect(say(sakura, "どなた")).rejects.toThrow(NotFound);
    expect((await findThread(stranger, threadId)).standing).toBe("waiting");
    expect(await texts(sakura)).toEqual(["はじめまして"]);
  });

  it("is not asked of somebody who worked here at one time with them", async () => {
    const kosaku = await viewerOf(database, "kosaku", "aoba");
    const thread = await openDirectThread(kosaku, sakura.memberId);
    await say(kosaku, "こんにちは", thread);
    expect((await findThread(sakura, thread)).standing).toBe("open");
    await expect(findRequest(sakura, thread)).rejects.toThrow(NotFound);
  });
});

describe("accepting", () => {
  it("opens the thread to both, with a line that says so", async () => {
    await say(stranger, "はじめまして");
    await answerRequest(sakura, threadId, true);
    await say(sakura, "ようこそ");
    await say(stranger, "うれしいです");
    expect(await texts(stranger)).toEqual(["はじめまして", "ようこそ", "うれしいです"]);
    const { lines } = await listMessagesBefore(stranger, threadId);
    expect(lines.map(({ notice }) => notice?.type)).toEqual([undefined, "accepted", undefined, undefined]);
    expect((await findThread(stranger, threadId)).standing).toBe("open");
  });

  it("is the asked one's alone, once", async () => {
    await say(stranger, "はじめまして");
    await expect(answerRequest(stranger, threadId, true)).rejects.toThrow(NotFound);
    const yuki = await viewerOf(database, "yuki", "aoba");
    await expect(answerRequest(yuki, threadId, true)).rejects.toThrow(NotFound);
    await answerRequest(sakura, threadId, true);
    await expect(answerRequest(sakura, threadId, false)).rejects.toThrow(NotFound);
  });
});

describe("declining", () => {
  it("takes the thread away from the one, and tells the other nothing", async () => {
    await say(stranger, "はじめまして");
    const before = await findThread(stranger, threadId);
    await answerRequest(sakura, threadId, false);
    await expect(findThread(sakura, threadId)).rejects.toThrow(NotFound);
    expect(await cardOf(sakura)).toBeUndefined();
    expect(await findThread(stranger, threadId)).toEqual(before);
    expect(await openDirectThread(stranger, sakura.memberId)).toBe(threadId);
    await expect(say(stranger, "もう一度")).rejects.toThrow();
  });

  it("an invitation to a group, nobody of it is told either", async () => {
    const kosaku = await viewerOf(database, "kosaku", "aoba");
    const group = await createGroup(stranger, {
      name: "勉強会",
      memberIds: [sakura.memberId, kosaku.memberId],
    });
    expect(await findRequest(sakura, group)).toMatchObject({ asker: { memberId: stranger.memberId } });
    const { revision } = await findThread(stranger, group);
    await answerRequest(sakura, group, false);
    expect((await findThread(stranger, group)).revision).toBe(revision);
    await expect(findThread(sakura, group)).rejects.toThrow(NotFound);
  });

  it("is none where both have come to write before anything was written", async () => {
    await openDirectThread(sakura, stranger.memberId);
    await say(stranger, "はじめまして");
    await say(stranger, "ご無沙汰でもなく");
    await say(sakura, "はじめまして");
    expect(await cardOf(sakura)).toMatchObject({ standing: "open" });
    expect(await cardOf(stranger)).toMatchObject({ standing: "open" });
  });

  it("is taken back by accepting after all: opening the conversation shows the request again, and tells the other nothing", async () => {
    await say(stranger, "はじめまして");
    await answerRequest(sakura, threadId, false);
    expect(await openDirectThread(sakura, stranger.memberId)).toBe(threadId);
    expect(await cardOf(sakura)).toMatchObject({ standing: "asked" });
    expect(await cardOf(stranger)).toMatchObject({ standing: "waiting" });
    await expect(say(stranger, "まだですか")).rejects.toThrow(Invalid);
    await expect(say(sakura, "やはり、こんにちは")).rejects.toThrow(NotFound);
    await answerRequest(sakura, threadId, true);
    await say(sakura, "やはり、こんにちは");
    expect((await texts(stranger)).at(-1)).toBe("やはり、こんにちは");
  });
});
