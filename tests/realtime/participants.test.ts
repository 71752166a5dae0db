import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { setReaction } from "#lib/chat/changes.ts";
import { isFolded } from "#lib/chat/folds.ts";
import { addToGroup, createGroup, leaveGroup, removeFromGroup } from "#lib/chat/groups.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { markRead, pinThread } from "#lib/chat/places.ts";
import { answerRequest } from "#lib/chat/requests.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { type Named, signIn } from "#tests/support/people.ts";
import { hear, type LiveSocket, runSidecar } from "#tests/support/sidecar.ts";

const database = openTestDatabase();
const sidecar = runSidecar(database);

type Person = { viewer: Viewer; socket: LiveSocket };
let sakura: Person;
let kosaku: Person;
let yuki: Person;

async function enter(name: Named): Promise<Person> {
  const { token, account } = await signIn(database, name);
  return { viewer: await findViewer(account, "aoba"), socket: await sidecar.connect({ token }) };
}

beforeAll(async () => {
  [sakura, kosaku, yuki] = [await enter("sakura"), await enter("kosaku"), await enter("yuki")];
  // All worked here at one time, so that nobody of them is a stranger who has to be asked.
  await database.asOwner(
    "UPDATE profiles SET joined_on = '2000-01-01', left_on = NULL WHERE member_id = ANY ($1)",
    [[sakura, kosaku, yuki].map(({ viewer }) => viewer.memberId)],
  );
});

const write = (viewer: Viewer, threadId: string, text: string) =>
  sendMessage(viewer, { threadId, clientId: crypto.randomUUID(), text, mentions: [], files: [] });
const quiet = () => new Promise((resolve) => setTimeout(resolve, 300));

/** What a socket is told from now on, by what it hears. */
const listen = ({ socket }: Person) => ({
  pushes: hear(socket, "thread:changed"),
  gone: hear(socket, "thread:gone"),
  lists: hear(socket, "threads:changed"),
  typing: hear(socket, "thread:typing"),
});
/** The lines of which a socket was told, as a screen has them then: what is pushed may come twice, or out of turn. */
const linesOf = ({ pushes }: ReturnType<typeof listen>) => {
  const lines = pushes
    .flatMap(([{ lines }]) => lines)
    .toSorted((one, other) => one.revision - other.revision);
  return [...new Map(lines.map((line) => [line.number, line])).values()].toSorted(
    (one, other) => one.number - other.number,
  );
};
const texts = (heard: ReturnType<typeof listen>) =>
  linesOf(heard).flatMap(({ text, notice }) => (notice ? [] : [text]));

/** Who comes into a thread is told how far it is, so that they ask for what they do not have. */
const untilLetIn = ({ pushes }: ReturnType<typeof listen>, threadId: string) =>
  eventually(() => expect(pushes.some(([push]) => push.threadId === threadId)).toBe(true));

describe("a group", () => {
  it("is heard by anyone who comes in, from then on, and by nobody who goes", async () => {
    const [hers, his] = [listen(sakura), listen(kosaku)];
    const threadId = await createGroup(sakura.viewer, { name: "同期", memberIds: [yuki.viewer.memberId] });
    await untilLetIn(hers, threadId);
    await write(sakura.viewer, threadId, "まだ二人");
    await eventually(() => expect(texts(hers)).toEqual(["まだ二人"]));
    await quiet();
    expect(his).toEqual({ pushes: [], gone: [], lists: [], typing: [] });

    expect(await addToGroup(sakura.viewer, threadId, [kosaku.viewer.memberId])).toHaveLength(1);
    await eventually(() => expect(his.lists.length).toBeGreaterThan(0));
    await write(sakura.viewer, threadId, "三人");
    await eventually(() => expect(texts(his)).toEqual(["三人"]));

    await removeFromGroup(sakura.viewer, threadId, kosaku.viewer.memberId);
    await eventually(() => expect(his.gone).toEqual([[{ threadId }]]));
    await write(sakura.viewer, threadId, "また二人");
    await quiet();
    expect(texts(his)).toEqual(["三人"]);
    expect(await kosaku.socket.timeout(5000).emitWithAck("thread:sync", { threadId, after: 0 })).toEqual({
      ok: false,
      code: "not-found",
    });
  });

  it("that one leaves is gone from all one's screens", async () => {
    const threadId = await createGroup(sakura.viewer, { name: null, memberIds: [yuki.viewer.memberId] });
    const { token } = await signIn(database, "yuki");
    const other = await sidecar.connect({ token });
    const gone = [hear(yuki.socket, "thread:gone"), hear(other, "thread:gone")];
    await quiet();
    await leaveGroup(yuki.viewer, threadId);
    for (const heard of gone) await eventually(() => expect(heard).toEqual([[{ threadId }]]));
  });
});

describe("a group of two whom a block parts", () => {
  const idOf = ({ viewer }: Person) => viewer.memberId;
  let threadId: string;
  let heard: Record<"hers" | "his" | "others", ReturnType<typeof listen>>;

  afterEach(() => unblockMember(sakura.viewer, idOf(kosaku)));

  /** Begins to listen once both know of the block. */
  async function part(): Promise<void> {
    threadId = await createGroup(sakura.viewer, { name: "同期", memberIds: [idOf(kosaku), idOf(yuki)] });
    await quiet();
    const lists = [listen(sakura), listen(kosaku)];
    await blockMember(sakura.viewer, idOf(kosaku));
    for (const { lists: told } of lists) await eventually(() => expect(told.length).toBeGreaterThan(0));
    await quiet();
    heard = { hers: listen(sakura), his: listen(kosaku), others: listen(yuki) };
  }

  it("tells who blocked of a line that it is there, and all others what it says", async () => {
    await part();
    await write(kosaku.viewer, threadId, "ひみつの計画");
    await write(sakura.viewer, threadId, "皆さん");
    const { hers, his, others } = heard;
    await eventually(() => {
      expect(texts(hers)).toEqual(["", "皆さん"]);
      expect(texts(his)).toEqual(["ひみつの計画", "皆さん"]);
      expect(texts(others)).toEqual(["ひみつの計画", "皆さん"]);
    });
    const [folded] = linesOf(hers);
    expect(folded && isFolded(folded)).toBe(true);
    expect(JSON.stringify(hers)).not.toContain(idOf(kosaku));
    // As whoever none is parted from hears it, byte for byte.
    expect(JSON.stringify(linesOf(his))).toBe(JSON.stringify(linesOf(others)));
  });

  it("is told in full to who comes when only they are there", async () => {
    await part();
    yuki.socket.disconnect();
    await quiet();
    await write(kosaku.viewer, threadId, "ひみつの計画");
    await eventually(() => {
      expect(texts(heard.hers)).toEqual([""]);
      expect(texts(heard.his)).toEqual(["ひみつの計画"]);
    });
    yuki = await enter("yuki");
    await quiet();
  });

  it("shows neither to the other typing, reading or marking; a third one sees both", async () => {
    await part();
    await write(yuki.viewer, threadId, "こんにちは");
    const seen = [sakura, kosaku, yuki].map(({ socket }) => hear(socket, "thread:seen"));
    for (const { socket, viewer } of [sakura, kosaku]) {
      await socket.timeout(5000).emitWithAck("thread:typing", { threadId });
      await markRead(viewer, threadId, 2);
      await setReaction(viewer, { threadId, number: 2, emoji: "👍", on: true });
    }
    const both = [idOf(sakura), idOf(kosaku)];
    const marked = (heard: ReturnType<typeof listen>) =>
      linesOf(heard)
        .flatMap(({ reactions }) => reactions)
        .at(-1)?.memberIds;
    await eventually(() => {
      expect(heard.others.typing.map(([{ memberId }]) => memberId)).toEqual(both);
      expect(new Set(seen[2]?.map(([{ memberId }]) => memberId))).toEqual(new Set(both));
      expect(marked(heard.others)).toEqual(both);
      expect(marked(heard.hers)).toEqual([idOf(sakura)]);
    });
    await quiet();
    expect([heard.hers.typing, heard.his.typing]).toEqual([[], []]);
    for (const told of seen.slice(0, 2))
      for (const [{ memberId }] of told) expect(both).not.toContain(memberId);
  });
});

describe("a direct thread", () => {
  it("is heard from its first line by whom it asks for consent; before that nobody is seen typing", async () => {
    const chinatsu = await enter("chinatsu");
    // Never at one time in the company, and they have not met yet.
    await database.asOwner(
      "UPDATE profiles SET joined_on = '1950-01-01', left_on = '1951-01-01' WHERE member_id = $1",
      [chinatsu.viewer.memberId],
    );
    await database.asOwner("DELETE FROM chat_threads WHERE direct_key LIKE '%' || $1 || '%'", [
      chinatsu.viewer.memberId,
    ]);
    await quiet();
    const [hers, asked] = [listen(chinatsu), listen(sakura)];
    const threadId = await openDirectThread(chinatsu.viewer, sakura.viewer.memberId);
    for (const heard of [hers, asked]) await untilLetIn(heard, threadId);
    await write(chinatsu.viewer, threadId, "はじめまして");
    await eventually(() => expect(texts(asked)).toEqual(["はじめまして"]));
    const type = () => chinatsu.socket.timeout(5000).emitWithAck("thread:typing", { threadId });
    expect(await type()).toMatchObject({ ok: true });
    await quiet();
    expect(asked.typing).toEqual([]);
    await answerRequest(sakura.viewer, threadId, true);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await type();
    await eventually(() =>
      expect(asked.typing).toEqual([[{ threadId, memberId: chinatsu.viewer.memberId }]]),
    );
    await eventually(() => expect(hers.pushes.length).toBeGreaterThan(1));
    chinatsu.socket.disconnect();
  });

  it("is silent for whom the other blocks, within a second, until they are let in again", async () => {
    const threadId = await openDirectThread(sakura.viewer, kosaku.viewer.memberId);
    await quiet();
    const his = listen(kosaku);
    await write(sakura.viewer, threadId, "一");
    await eventually(() => expect(texts(his)).toEqual(["一"]));
    await blockMember(sakura.viewer, kosaku.viewer.memberId);
    await eventually(() => expect(his.gone).toEqual([[{ threadId }]]));
    const again = listen(kosaku);
    await unblockMember(sakura.viewer, kosaku.viewer.memberId);
    await untilLetIn(again, threadId);
    await write(sakura.viewer, threadId, "二");
    await eventually(() => expect(texts(his)).toEqual(["一", "二"]));
  });

  it("that is pinned changes its owner's list, and nobody else's", async () => {
    const threadId = await openDirectThread(sakura.viewer, kosaku.viewer.memberId);
    const [hers, his] = [listen(sakura), listen(kosaku)];
    await pinThread(sakura.viewer, threadId, true);
    await eventually(() => expect(hers.lists).toHaveLength(1));
    await quiet();
    expect(his.lists).toEqual([]);
  });
});
