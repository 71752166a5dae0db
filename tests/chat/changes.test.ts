import pg from "pg";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { deleteMessage, editMessage, setReaction } from "#lib/chat/changes.ts";
import { emojiSchema } from "#lib/chat/input.ts";
import { findLine, sendMessage } from "#lib/chat/messages.ts";
import { listChanges } from "#lib/chat/sync.ts";
import { findThread, openDirectThread } from "#lib/chat/threads.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { eventChannel } from "#lib/live/events.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;
let threadId: string;

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  kosaku = await viewerOf(database, "kosaku", "aoba");
  threadId = await openDirectThread(sakura, kosaku.memberId);
});

const say = (viewer: Viewer, text: string, parts = {}) =>
  sendMessage(viewer, {
    threadId,
    clientId: crypto.randomUUID(),
    text,
    mentions: [],
    files: [],
    ...parts,
  });
const edit = (viewer: Viewer, number: number, text: string, mentions: string[] = []) =>
  editMessage(viewer, { threadId, number, text, mentions });

describe("an edit", () => {
  it("changes one's own words, is marked, and takes the thread's next revision", async () => {
    const line = await say(sakura, "三時に");
    const later = await say(kosaku, "はい");
    await edit(sakura, line.number, "四時に");
    const edited = await findLine(kosaku, threadId, line.number);
    expect(edited).toMatchObject({ text: "四時に", number: line.number, revision: later.revision + 1 });
    expect(edited.editedAt).not.toBeNull();
    const { lines, revision } = await listChanges(kosaku, threadId, later.revision);
    expect([revision, lines]).toEqual([later.revision + 1, [edited]]);
  });

  it("is refused for another's words, for a deleted line, and for one that is not there", async () => {
    const { number } = await say(sakura, "わたしの言葉");
    await expect(edit(kosaku, number, "ぼくの言葉")).rejects.toThrow(NotFound);
    await expect(edit(sakura, number + 100, "?")).rejects.toThrow(NotFound);
    await deleteMessage(sakura, { threadId, number });
    await expect(edit(sakura, number, "やっぱり")).rejects.toThrow(NotFound);
    expect((await findLine(sakura, threadId, number)).text).toBe("");
  });

  it("keeps only mentions of those who are there", async () => {
    const { number } = await say(sakura, "@髙橋 耕作");
    await edit(sakura, number, "@髙橋 耕作 さん", [kosaku.memberId, crypto.randomUUID()]);
    expect((await findLine(sakura, threadId, number)).mentions).toEqual([kosaku.memberId]);
  });

  it("that failed uses no revision up", async () => {
    const { revision } = await findThread(sakura, threadId);
    await expect(edit(kosaku, 1_000_000, "?")).rejects.toThrow(NotFound);
    expect((await findThread(sakura, threadId)).revision).toBe(revision);
  });
});

describe("a deletion", () => {
  it("takes the words and keeps the place, also where they are quoted", async () => {
    const line = await say(sakura, "言いすぎました");
    const reply = await say(kosaku, "なるほど", { quoted: line.number });
    expect(reply.quote).toMatchObject({ number: line.number, text: "言いすぎました", deleted: false });
    await setReaction(kosaku, { threadId, number: line.number, emoji: "👍", on: true });
    await deleteMessage(sakura, { threadId, number: line.number });
    await deleteMessage(sakura, { threadId, number: line.number });
    expect(await findLine(kosaku, threadId, line.number)).toMatchObject({
      text: "",
      deleted: true,
      reactions: [],
      files: [],
    });
    expect((await findLine(kosaku, threadId, reply.number)).quote).toMatchObject({ text: "", deleted: true });
    const rows = await database.asOwner("SELECT FROM chat_messages WHERE text || folded LIKE '%言いすぎ%'");
    expect(rows).toEqual([]);
  });

  it("is one's own line's alone", async () => {
    const { number } = await say(sakura, "のこる");
    await expect(deleteMessage(kosaku, { threadId, number })).rejects.toThrow(NotFound);
    expect((await findLine(sakura, threadId, number)).text).toBe("のこる");
  });
});

describe("a reaction", () => {
  it("is there once for each person and emoji, in the order in which they came, and goes again", async () => {
    const { number } = await say(sakura, "受かりました");
    const react = (viewer: Viewer, emoji: string, on = true) =>
      setReaction(viewer, { threadId, number, emoji, on });
    await react(kosaku, "🎉");
    await react(kosaku, "🎉");
    await react(sakura, "🎉");
    await react(sakura, "🙏");
    expect((await findLine(sakura, threadId, number)).reactions).toEqual([
      { emoji: "🎉", memberIds: [kosaku.memberId, sakura.memberId] },
      { emoji: "🙏", memberIds: [sakura.memberId] },
    ]);
    await react(kosaku, "🎉", false);
    await react(sakura, "🎉", false);
    expect((await findLine(kosaku, threadId, number)).reactions).toEqual([
      { emoji: "🙏", memberIds: [sakura.memberId] },
    ]);
  });

  it("is not one too many kinds, and none on a deleted line", async () => {
    const { number } = await say(sakura, "数えてみて");
    const emojis = Array.from({ length: 21 }, (_, index) => String.fromCodePoint(0x1f600 + index));
    for (const emoji of emojis.slice(0, 20)) await setReaction(kosaku, { threadId, number, emoji, on: true });
    const oneMore = { threadId, number, emoji: emojis[20] ?? "", on: true };
    await expect(setReaction(kosaku, oneMore)).rejects.toThrow(Invalid);
    await setReaction(sakura, { ...oneMore, emoji: emojis[0] ?? "" });
    await deleteMessage(sakura, { threadId, number });
    await expect(setReaction(kosaku, oneMore)).rejects.toThrow(NotFound);
  });

  it.each([
    ["👍", true],
    ["👍🏽", true],
    ["👩‍👩‍👧", true],
    ["🇯🇵", true],
    ["1️⃣", true],
    ["", false],
    ["a", false],
    ["👍👍", false],
    ["<b>", false],
  ])("%s is an emoji: %s", (text, isOne) => {
    expect(emojiSchema.safeParse(text).success).toBe(isOne);
  });
});

describe("a change that changes nothing", () => {
  const marked = (number: number, on: boolean) => ({ threadId, number, emoji: "👏", on });

  it.each<[string, (number: number) => Promise<void>, (number: number) => Promise<void>]>([
    [
      "a deletion again",
      (number) => deleteMessage(sakura, { threadId, number }),
      (number) => deleteMessage(sakura, { threadId, number }),
    ],
    [
      "an edit to the same words",
      (number) => edit(sakura, number, "二度目"),
      (number) => edit(sakura, number, "二度目"),
    ],
    [
      "a mark that is there",
      (number) => setReaction(kosaku, marked(number, true)),
      (number) => setReaction(kosaku, marked(number, true)),
    ],
    [
      "taking away a mark that is not there",
      (number) => setReaction(sakura, marked(number, true)),
      (number) => setReaction(kosaku, marked(number, false)),
    ],
  ])("takes no revision and tells nobody: %s", async (_, change, again) => {
    const { number } = await say(sakura, "一度だけ");
    await change(number);
    const line = await findLine(sakura, threadId, number);
    const { revision } = await findThread(sakura, threadId);
    const heard = await listenToThread();
    await again(number);
    expect(await findLine(sakura, threadId, number)).toEqual(line);
    expect((await findThread(sakura, threadId)).revision).toBe(revision);
    // What is committed later is heard later: had the change told of itself, it would be the first.
    const next = await say(kosaku, "それから");
    await expect.poll(heard).toMatchObject([{ from: revision, to: next.revision }]);
  });

  it("is seen as such behind the same one that is under way: of several at once one takes a revision", async () => {
    const { number, revision } = await say(sakura, "同時に消す");
    await Promise.all(Array.from({ length: 5 }, () => deleteMessage(sakura, { threadId, number })));
    expect((await findThread(sakura, threadId)).revision).toBe(revision + 1);
  });
});

/** What every process is told of the thread from now on. */
async function listenToThread(): Promise<() => unknown[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  onTestFinished(() => client.end());
  const heard: unknown[] = [];
  client.on("notification", ({ payload = "" }) => {
    const event = JSON.parse(payload);
    if (event.threadId === threadId && event.type === "thread:changed") heard.push(event);
  });
  await client.query(`LISTEN "${eventChannel}"`);
  return () => heard;
}

describe("changes that come together", () => {
  it("each take a revision of their own, without a gap", async () => {
    const before = await findThread(sakura, threadId);
    const own = await Promise.all(Array.from({ length: 10 }, (_, index) => say(sakura, `${index}`)));
    await Promise.all([
      ...own.map(({ number }) => edit(sakura, number, "同時に")),
      ...own.map(({ number }) => setReaction(kosaku, { threadId, number, emoji: "👀", on: true })),
      ...own.map(() => say(kosaku, "その間に")),
    ]);
    const { revision, lastNumber } = await findThread(sakura, threadId);
    expect(revision - before.revision).toBe(40);
    expect(lastNumber - before.lastNumber).toBe(20);
    const { lines } = await listChanges(sakura, threadId, before.revision);
    expect(new Set(lines.map((line) => line.revision)).size).toBe(20);
  });
});
