import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { blockMember, listBlocked, unblockMember } from "#lib/chat/blocks.ts";
import { createGroup } from "#lib/chat/groups.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { answerRequest, findRequest } from "#lib/chat/requests.ts";
import { findThread, openDirectThread } from "#lib/chat/threads.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";
import { messageOf } from "./batches.ts";
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
const namesOf = async (viewer: Viewer) => (await listBlocked(viewer)).map(({ memberId }) => memberId);

describe("blocking", () => {
  it("keeps the other from reading and writing, answers a request, and is undone", async () => {
    await say(stranger, "はじめまして");
    await blockMember(sakura, stranger.memberId);
    await blockMember(sakura, stranger.memberId);
    await expect(findThread(stranger, threadId)).rejects.toThrow(NotFound);
    await expect(say(stranger, "もしもし")).rejects.toThrow(NotFound);
    await expect(openDirectThread(stranger, sakura.memberId)).rejects.toThrow(NotFound);
    await expect(findThread(sakura, threadId)).rejects.toThrow(NotFound);
    await unblockMember(sakura, stranger.memberId);
    expect((await findThread(stranger, threadId)).standing).toBe("waiting");
  });

  it("waits for a message that is being sent, and for what the thread's row is held for", async () => {
    const sender = new pg.Client({ connectionString: database.appUrl });
    await sender.connect();
    const waiting =
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    try {
      for (const change of [blockMember, unblockMember]) {
        await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [
          threadId,
        ]);
        await sender.query("BEGIN");
        const { rows } = await sender.query("SELECT outcome FROM send_messages($1, true, false)", [
          JSON.stringify([messageOf(stranger, threadId)]),
        ]);
        expect(rows).toEqual([{ outcome: "sent" }]);
        let done = false;
        const changing = change(sakura, stranger.memberId).finally(() => {
          done = true;
        });
        await eventually(async () => expect(await database.asApp({}, waiting)).toHaveLength(1));
        expect(done).toBe(false);
        await sender.query("COMMIT");
        await changing;
      }
    } finally {
      await sender.end();
    }
  });

  it("leaves one's own half of a conversation to read, closed", async () => {
    const kosaku = await viewerOf(database, "kosaku", "aoba");
    const thread = await openDirectThread(sakura, kosaku.memberId);
    await say(kosaku, "まだいますか", thread);
    await blockMember(sakura, kosaku.memberId);
    expect(await findThread(sakura, thread)).toMatchObject({ standing: "closed", blocked: true });
    await expect(say(sakura, "ひとりごと", thread)).rejects.toThrow();
    await unblockMember(sakura, kosaku.memberId);
    expect(await findThread(kosaku, thread)).toMatchObject({ standing: "open", blocked: false });
    await say(kosaku, "また", thread);
  });

  it("keeps them out of new groups of each other", async () => {
    await blockMember(sakura, stranger.memberId);
    await expect(createGroup(stranger, { name: null, memberIds: [sakura.memberId] })).rejects.toThrow(
      NotFound,
    );
    await expect(createGroup(sakura, { name: null, memberIds: [stranger.memberId] })).rejects.toThrow(
      NotFound,
    );
  });

  it("is not for oneself, nor for people of elsewhere; unblocking only for who was blocked", async () => {
    const elsewhere = await memberIdOf(database, "hannah", "larkfield");
    for (const memberId of [sakura.memberId, elsewhere, crypto.randomUUID()]) {
      await expect(blockMember(sakura, memberId)).rejects.toThrow(NotFound);
      await expect(unblockMember(sakura, memberId)).rejects.toThrow(NotFound);
    }
  });

  it("is listed for the blocker alone, the latest first, until it is undone", async () => {
    const koji = await viewerOf(database, "koji", "aoba");
    const [, another = koji] = await strangersOf(database, koji, 2);
    expect(await listBlocked(koji)).toEqual([]);
    await blockMember(koji, stranger.memberId);
    await blockMember(koji, another.memberId);
    expect(await namesOf(koji)).toEqual([another.memberId, stranger.memberId]);
    expect(await namesOf(stranger)).toEqual([]);
    expect(await namesOf(sakura)).not.toContain(another.memberId);
    await unblockMember(koji, another.memberId);
    expect(await namesOf(koji)).toEqual([stranger.memberId]);
  });

  it("that is taken back is no consent of whom one had asked: not before an answer, not after a no, not before a first line", async () => {
    const again = async () => {
      await blockMember(stranger, sakura.memberId);
      await unblockMember(stranger, sakura.memberId);
    };
    await again();
    await say(stranger, "はじめまして");
    await expect(say(stranger, "まだですか")).rejects.toThrow(Invalid);
    await again();
    await expect(say(stranger, "まだですか")).rejects.toThrow(Invalid);
    expect(await findRequest(sakura, threadId)).toMatchObject({ asker: { memberId: stranger.memberId } });
    await answerRequest(sakura, threadId, false);
    await again();
    await expect(say(stranger, "まだですか")).rejects.toThrow(Invalid);
    expect((await findThread(stranger, threadId)).standing).toBe("waiting");
  });

  it("holds against a conversation that is opened in the same moment", async () => {
    const koji = await viewerOf(database, "koji", "aoba");
    const [other] = await strangersOf(database, koji, 1);
    if (!other) throw new Error("everybody is acquainted");
    const opening = await withViewer(koji, async (tx) => {
      await tx.$queryRaw`SELECT block_member(${other.memberId}::uuid)`;
      const answer = openDirectThread(other, koji.memberId).then(
        () => "opened",
        () => "refused",
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { answer };
    });
    expect(await opening.answer).toBe("refused");
  });
});
