import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { listMessagesBefore, sendMessage } from "#lib/chat/messages.ts";
import type { ThreadPush } from "#lib/chat/schema.ts";
import { setSentListener } from "#lib/chat/sending.ts";
import { listChanges } from "#lib/chat/sync.ts";
import { findThread, openDirectThread } from "#lib/chat/threads.ts";
import { DatabaseAway } from "#lib/database-away.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;
let yuki: Viewer;
let threadId: string;
let other: string;

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  kosaku = await viewerOf(database, "kosaku", "aoba");
  yuki = await viewerOf(database, "yuki", "aoba");
  threadId = await openDirectThread(sakura, kosaku.memberId);
  other = await openDirectThread(sakura, yuki.memberId);
});

const message = (text: string, thread = threadId, clientId: string = crypto.randomUUID()) => {
  return { threadId: thread, clientId, text, mentions: [], files: [] };
};

describe("messages that wait are written together", () => {
  it("those of one author in the order in which they were given", async () => {
    const texts = Array.from({ length: 300 }, (_, index) => `${index}`);
    const lines = await Promise.all(texts.map((text) => sendMessage(sakura, message(text))));
    expect(lines.map(({ number }) => number)).toEqual(
      lines.map((_, index) => (lines[0]?.number ?? 0) + index),
    );
    expect(lines.map(({ text }) => text)).toEqual(texts);
  });

  it("and one that is refused takes no other with it", async () => {
    const foreign = await viewerOf(database, "hannah", "larkfield");
    const ended = { ...kosaku, sessionId: crypto.randomUUID() };
    const outcomes = await Promise.allSettled([
      sendMessage(sakura, message("前")),
      sendMessage(foreign, message("よその人")),
      sendMessage(ended, message("終わった人")),
      sendMessage(yuki, message("いない人")),
      sendMessage(sakura, message("ない会話", crypto.randomUUID())),
      sendMessage(sakura, { ...message("ないファイル"), files: [crypto.randomUUID()] }),
      sendMessage(kosaku, message("後")),
      sendMessage(sakura, message("となり", other)),
    ]);
    expect(
      outcomes.map((outcome) => (outcome.status === "fulfilled" ? "sent" : outcome.reason.constructor)),
    ).toEqual(["sent", NotFound, NotFound, NotFound, NotFound, Invalid, "sent", "sent"]);
  });

  it("and one that the database itself refuses fails alone", async () => {
    const broken = { ...message("壊れた"), threadId: "no uuid" };
    const outcomes = await Promise.allSettled([
      sendMessage(sakura, message("一")),
      sendMessage(sakura, broken),
      sendMessage(kosaku, message("二")),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("and each author has read as far as they wrote themselves", async () => {
    const [, her, his] = await Promise.all([
      sendMessage(sakura, message("一")),
      sendMessage(sakura, message("二")),
      sendMessage(kosaku, message("三")),
    ]);
    const [hers, theirs] = [await findThread(sakura, threadId), await findThread(kosaku, threadId)];
    expect([hers.readNumber, theirs.readNumber]).toEqual([her?.number, his?.number]);
    expect(his?.number).toBe((her?.number ?? 0) + 1);
  });

  it("a repeat within the same breath is the same message", async () => {
    const twice = message("二度");
    const [first, second] = await Promise.all([sendMessage(sakura, twice), sendMessage(sakura, twice)]);
    expect(second).toEqual(first);
    const { lines } = await listMessagesBefore(kosaku, threadId);
    expect(lines.filter(({ clientId }) => clientId === twice.clientId)).toHaveLength(1);
  });
});

describe("while the database is away", () => {
  it("those that wait together fail together, not one after another", async () => {
    const holder = new pg.Client({ connectionString: database.ownerUrl });
    await holder.connect();
    const held = `FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const breakOff = () =>
      eventually(
        async () =>
          expect(await database.asApp({}, `SELECT pg_terminate_backend(pid) ${held}`)).toHaveLength(1),
        20,
      );
    try {
      await holder.query("BEGIN; LOCK TABLE chat_messages");
      const first = sendMessage(sakura, message("一"));
      const others = Array.from({ length: 20 }, (_, index) => sendMessage(sakura, message(`${index}`)));
      const failures = Promise.allSettled([first, ...others]);
      await breakOff();
      await expect(first).rejects.toThrow(DatabaseAway);
      await breakOff();
      const late = new Promise((resolve) => setTimeout(resolve, 3_000, []));
      const outcomes = await Promise.race([failures, late]);
      expect(outcomes).toEqual(
        Array.from({ length: 21 }, () => ({ status: "rejected", reason: expect.any(DatabaseAway) })),
      );
    } finally {
      await holder.end();
    }
    await sendMessage(sakura, message("また"));
  });
});

describe("a thread that somebody holds", () => {
  it("lets the others go on, and is written to in order once it is free", async () => {
    const holder = new pg.Client({ connectionString: database.ownerUrl });
    await holder.connect();
    try {
      await holder.query("BEGIN");
      await holder.query("SELECT FROM chat_threads WHERE id = $1 FOR UPDATE", [threadId]);
      const held = ["一", "二", "三"].map((text) => sendMessage(sakura, message(text)));
      const passed = await sendMessage(sakura, message("こちらは進む", other));
      expect(passed.number).toBeGreaterThan(0);
      const still = await Promise.race([
        held[0],
        new Promise((resolve) => setTimeout(resolve, 200, "waits")),
      ]);
      expect(still).toBe("waits");
      const late = sendMessage(sakura, message("四"));
      await holder.query("COMMIT");
      const lines = await Promise.all([...held, late]);
      expect(lines.map(({ text }) => text)).toEqual(["一", "二", "三", "四"]);
      expect(lines.map(({ number }) => number)).toEqual(
        lines.map((_, index) => (lines[0]?.number ?? 0) + index),
      );
    } finally {
      await holder.end();
    }
  });

  it("keeps in order what comes before and after it is known to be held", async () => {
    const holder = new pg.Client({ connectionString: database.ownerUrl });
    await holder.connect();
    try {
      await holder.query("BEGIN");
      await holder.query("SELECT FROM chat_threads WHERE id = $1 FOR UPDATE", [threadId]);
      const free = sendMessage(sakura, message("先に", other));
      const held = [sendMessage(sakura, message("一"))];
      const passed = sendMessage(sakura, message("こちらは進む", other));
      await free;
      // The two before are under way now; these wait for them, and then for the thread.
      await new Promise((resolve) => setImmediate(resolve));
      for (const text of ["二", "三"]) held.push(sendMessage(sakura, message(text)));
      await passed;
      held.push(sendMessage(sakura, message("四")));
      // Everything that was asked before this one was answered.
      await sendMessage(sakura, message("また", other));
      await holder.query("COMMIT");
      const lines = await Promise.all(held);
      expect(lines.map(({ text }) => text)).toEqual(["一", "二", "三", "四"]);
      expect(lines.map(({ number }) => number)).toEqual(
        lines.map((_, index) => (lines[0]?.number ?? 0) + index),
      );
    } finally {
      await holder.end();
    }
  });

  it("who took a number and has not committed hides nothing: a reader gets it once it is there", async () => {
    const before = await findThread(kosaku, threadId);
    const slow = new pg.Client({ connectionString: database.ownerUrl });
    await slow.connect();
    try {
      await slow.query("BEGIN");
      await slow.query("SELECT * FROM send_messages($1, true, true)", [
        JSON.stringify([
          {
            company: sakura.companyId,
            member: sakura.memberId,
            session: sakura.sessionId,
            thread: threadId,
            client: crypto.randomUUID(),
            id: crypto.randomUUID(),
            text: "まだ",
            folded: "まだ",
            quoted: null,
            mentions: [],
            files: [],
          },
        ]),
      ]);
      const after = sendMessage(kosaku, message("あとから"));
      await new Promise((resolve) => setTimeout(resolve, 100));
      const early = await listChanges(kosaku, threadId, before.revision);
      expect(early).toMatchObject({ lines: [], revision: before.revision });
      await slow.query("COMMIT");
      await after;
      const { lines } = await listChanges(kosaku, threadId, early.revision);
      expect(lines.map(({ text }) => text)).toEqual(["まだ", "あとから"]);
    } finally {
      await slow.end();
    }
  });
});

describe("what was sent is told to the own process at once", () => {
  it("thread by thread, with the revisions that it spans", async () => {
    const pushes: ThreadPush[] = [];
    setSentListener((companyId, push) => {
      expect(companyId).toBe(sakura.companyId);
      pushes.push(push);
    });
    const lines = await Promise.all([
      sendMessage(sakura, message("一")),
      sendMessage(sakura, message("あ", other)),
      sendMessage(kosaku, message("二")),
    ]);
    const told = pushes.flatMap((push) => push.lines);
    expect(told).toHaveLength(3);
    expect(told).toEqual(expect.arrayContaining(lines));
    for (const { from, to, lines: pushed } of pushes)
      expect(pushed.map(({ revision }) => revision)).toEqual(
        Array.from({ length: to - from }, (_, index) => from + 1 + index),
      );
  });
});
