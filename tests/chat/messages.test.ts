import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { sendMessageSchema } from "#lib/chat/input.ts";
import { findConversation, listMessagesAround, listMessagesBefore, sendMessage } from "#lib/chat/messages.ts";
import { markRead } from "#lib/chat/places.ts";
import { listChanges } from "#lib/chat/sync.ts";
import { countUnread, listThreads } from "#lib/chat/thread-list.ts";
import { findThread, openDirectThread } from "#lib/chat/threads.ts";
import { NotFound } from "#lib/errors.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;
let threadId: string;

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  kosaku = await viewerOf(database, "kosaku", "aoba");
  threadId = await openDirectThread(sakura, kosaku.memberId);
});

const say = (viewer: Viewer, text: string, clientId = crypto.randomUUID()) =>
  sendMessage(viewer, { threadId, clientId, text, mentions: [], files: [] });

describe("a direct thread", () => {
  it("is one for two people, no matter who opens it, also at once", async () => {
    const opened = await Promise.all(
      [1, 2, 3, 4].flatMap(() => [
        openDirectThread(sakura, kosaku.memberId),
        openDirectThread(kosaku, sakura.memberId),
      ]),
    );
    expect(new Set(opened)).toEqual(new Set([threadId]));
  });

  it.each(["shiori", "tsuyoshi"] as const)("is not opened with %s, who is no active member", async (name) => {
    await expect(openDirectThread(sakura, await memberIdOf(database, name, "aoba"))).rejects.toThrow(
      NotFound,
    );
  });

  it("is not opened with oneself, nor with nobody", async () => {
    await expect(openDirectThread(sakura, sakura.memberId)).rejects.toThrow(NotFound);
    await expect(openDirectThread(sakura, crypto.randomUUID())).rejects.toThrow(NotFound);
  });
});

describe("sending", () => {
  it("numbers messages 1, 2, 3 … without gaps, also when twenty are sent at once", async () => {
    const { lastNumber } = await findThread(sakura, threadId);
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, index) => say(index % 2 ? sakura : kosaku, `${index}`)),
    );
    const numbers = sent.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => lastNumber + 1 + index));
  });

  it("answers a repeat of a client id with the first message, also when all come at once", async () => {
    const clientId = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => say(sakura, "一度だけ", clientId)));
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect(await say(sakura, "別の文でも", clientId)).toEqual(answers[0]);
    const rows = await database.asOwner("SELECT FROM chat_messages WHERE client_id = $1", [clientId]);
    expect(rows).toHaveLength(1);
    const { lines } = await listMessagesBefore(sakura, threadId);
    expect(lines.map(({ number }) => number)).toEqual(
      lines.map((_, index) => (lines[0]?.number ?? 0) + index),
    );
  });

  it("takes the same client id from two authors as two messages", async () => {
    const clientId = crypto.randomUUID();
    const [hers, his] = [await say(sakura, "わたし", clientId), await say(kosaku, "ぼく", clientId)];
    expect(his.number).toBe(hers.number + 1);
  });

  it("counts for the other as unread, not for the author, until they read it", async () => {
    await markRead(kosaku, threadId, Number.MAX_SAFE_INTEGER);
    const before = { sakura: await countUnread(sakura), kosaku: await countUnread(kosaku) };
    const { number } = await say(sakura, "読まれるまで");
    expect(await countUnread(kosaku)).toBe(before.kosaku + 1);
    expect((await listThreads(kosaku)).find(({ id }) => id === threadId)?.unread).toBe(1);
    expect((await findThread(sakura, threadId)).readNumber).toBe(number);
    await markRead(kosaku, threadId, number);
    expect(await countUnread(kosaku)).toBe(before.kosaku);
  });
});

describe("a read mark", () => {
  it("never goes back, and never past the last message", async () => {
    const { number } = await say(kosaku, "ここまで");
    await markRead(sakura, threadId, number + 1000);
    await markRead(sakura, threadId, number - 3);
    expect((await findThread(sakura, threadId)).readNumber).toBe(number);
  });
});

describe("pages", () => {
  it("hold every message once, in order, forwards and backwards", async () => {
    for (let index = 0; index < 60; index++) await say(index % 3 ? sakura : kosaku, `${index}`);
    const { lastNumber } = await findThread(sakura, threadId);
    const backwards: number[] = [];
    for (let more = true; more; ) {
      const page = await listMessagesBefore(sakura, threadId, backwards[0]);
      backwards.unshift(...page.lines.map(({ number }) => number));
      more = page.more;
    }
    expect(backwards).toEqual(Array.from({ length: lastNumber }, (_, index) => index + 1));
  });

  it("open around a line, with what is before and after it", async () => {
    const { lastNumber } = await findThread(sakura, threadId);
    const middle = await listMessagesAround(sakura, threadId, 30);
    expect(middle.lines.map(({ number }) => number)).toEqual(Array.from({ length: 51 }, (_, i) => 5 + i));
    expect([middle.more, middle.newer]).toEqual([true, lastNumber > 55]);
    const first = await listMessagesAround(sakura, threadId, 1);
    expect([first.lines[0]?.number, first.more, first.newer]).toEqual([1, false, true]);
    const last = await listMessagesAround(sakura, threadId, lastNumber);
    expect([last.lines.at(-1)?.number, last.more, last.newer]).toEqual([lastNumber, true, false]);
  });
});

describe("changes after a revision", () => {
  it("are every line since, in the order of the changes, page by page", async () => {
    const { revision } = await findThread(sakura, threadId);
    for (let index = 0; index < 120; index++) await say(sakura, `${index}`);
    const first = await listChanges(kosaku, threadId, revision);
    expect(first.lines.map((line) => line.revision)).toEqual(
      Array.from({ length: 100 }, (_, index) => revision + 1 + index),
    );
    expect(first).toMatchObject({ revision: revision + 100, more: true, afresh: false });
    const rest = await listChanges(kosaku, threadId, first.revision);
    expect(rest).toMatchObject({ revision: revision + 120, more: false });
    expect(rest.lines).toHaveLength(20);
    expect(await listChanges(kosaku, threadId, rest.revision)).toMatchObject({
      revision: rest.revision,
      lines: [],
    });
  });

  it("come as the newest page when too much was missed", async () => {
    await Promise.all(Array.from({ length: 501 }, (_, index) => say(kosaku, `${index}`)));
    const { lastNumber, revision } = await findThread(sakura, threadId);
    const changes = await listChanges(sakura, threadId, revision - 501);
    expect(changes).toMatchObject({ afresh: true, older: true, more: false, revision });
    expect(changes.lines.map(({ number }) => number)).toEqual(
      Array.from({ length: 50 }, (_, index) => lastNumber - 49 + index),
    );
  });

  it("are never behind what a page was opened with, whatever is written meanwhile", async () => {
    let writing = true;
    const writer = (async () => {
      while (writing) await say(kosaku, "…");
    })();
    for (let round = 0; round < 20; round++) {
      await markRead(sakura, threadId, Number.MAX_SAFE_INTEGER);
      const { thread, page } = await findConversation(sakura, threadId);
      const numbers = page.lines.map(({ number }) => number);
      expect(numbers.at(-1)).toBeGreaterThanOrEqual(thread.lastNumber);
      expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
    }
    writing = false;
    await writer;
  });
});

describe("a conversation", () => {
  it("is opened at its newest page, or around a line of it", async () => {
    for (let index = 0; index < 60; index++) await say(sakura, `${index}`);
    const { lastNumber } = await findThread(sakura, threadId);
    const newest = await listMessagesBefore(sakura, threadId);
    expect(newest.lines.at(-1)?.number).toBe(lastNumber);
    expect(await findConversation(sakura, threadId)).toMatchObject({ page: newest, at: null });
    for (const at of [1, lastNumber - 30, lastNumber]) {
      const around = await listMessagesAround(sakura, threadId, at);
      expect(around.lines.map(({ number }) => number)).toContain(at);
      expect(await findConversation(sakura, threadId, at)).toMatchObject({ page: around, at });
    }
  });

  it("knows no line that is not there yet, or that PostgreSQL cannot count to", async () => {
    const newest = await listMessagesBefore(sakura, threadId);
    const { lastNumber } = await findThread(sakura, threadId);
    for (const at of [lastNumber + 1, Number.MAX_SAFE_INTEGER])
      expect(await findConversation(sakura, threadId, at)).toMatchObject({ page: newest, at: null });
  });
});

describe("a conversation with unread lines", () => {
  it("opens at them, with what was read before, however many they are", async () => {
    const { lastNumber: read } = await findThread(sakura, threadId);
    await markRead(kosaku, threadId, read);
    for (let index = 0; index < 45; index++) await say(sakura, `${index}`);
    const few = (await findConversation(kosaku, threadId)).page;
    expect([few.lines[0]?.number, few.lines.at(-1)?.number]).toEqual([read - 4, read + 45]);
    await say(sakura, "45");
    const many = await findConversation(kosaku, threadId);
    expect(many.at).toBeNull();
    expect(many.page).toMatchObject({ more: true, newer: true });
    expect([many.page.lines[0]?.number, many.page.lines.at(-1)?.number]).toEqual([read - 25, read + 25]);
    await database.asOwner("UPDATE chat_places SET read_number = 0 WHERE thread_id = $1 AND member_id = $2", [
      threadId,
      kosaku.memberId,
    ]);
    const all = (await findConversation(kosaku, threadId)).page;
    expect(all).toMatchObject({ more: false, newer: true });
    expect(all.lines[0]?.number).toBe(1);
  });
});

describe("a message of words or files", () => {
  const parse = (parts: object) =>
    sendMessageSchema.safeParse({
      threadId: crypto.randomUUID(),
      clientId: crypto.randomUUID(),
      text: "",
      ...parts,
    });

  it.each([
    ["neither", {}, false],
    ["blanks alone", { text: " \n" }, false],
    ["a file alone", { files: [crypto.randomUUID()] }, true],
    ["eleven files", { files: Array.from({ length: 11 }, () => crypto.randomUUID()) }, false],
    [
      "twenty-one mentions",
      { text: "x", mentions: Array.from({ length: 21 }, () => crypto.randomUUID()) },
      false,
    ],
    ["a quote of nothing", { text: "x", quoted: 0 }, false],
  ])("%s", (_, parts, taken) => {
    expect(parse(parts).success).toBe(taken);
  });
});

describe("a text", () => {
  const parse = (text: unknown) =>
    sendMessageSchema.safeParse({ threadId: crypto.randomUUID(), clientId: crypto.randomUUID(), text });

  it.each([
    ["keeps line breaks", "一行目\r\n二行目\r三行目", "一行目\n二行目\n三行目"],
    ["loses blank ends", "　 こんにちは \n\n", "こんにちは"],
    ["loses what PostgreSQL cannot hold", "a\0b\ud800c", "ab\ufffdc"],
  ])("%s", (_, given, kept) => {
    expect(parse(given).data?.text).toBe(kept);
  });

  it.each([
    ["nothing"],
    ["blank", " \n　"],
    ["too long", "あ".repeat(4001)],
    ["no text", ["a"]],
    ["null", null],
  ])("that is %s is refused", (_, text = "") => {
    expect(parse(text).success).toBe(false);
  });
});
