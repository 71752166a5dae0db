import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { addToGroup, createGroup, leaveGroup, removeFromGroup } from "#lib/chat/groups.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { pinThread } from "#lib/chat/places.ts";
import { answerRequest } from "#lib/chat/requests.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
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
const texts = ({ pushes }: ReturnType<typeof listen>) =>
  pushes.flatMap(([{ lines }]) => lines.flatMap(({ text, notice }) => (notice ? [] : [text])));

/** Who comes into a thread is told how far it is, so that they ask for what they do not have. */
const untilLetIn = ({ pushes }: ReturnType<typeof listen>, threadId: string) =>
  vi.waitFor(() => expect(pushes.some(([push]) => push.threadId === threadId)).toBe(true), 3000);

describe("a group", () => {
  it("is heard by anyone who comes in, from then on, and by nobody who goes", async () => {
    const [hers, his] = [listen(sakura), listen(kosaku)];
    const threadId = await createGroup(sakura.viewer, { name: "同期", memberIds: [yuki.viewer.memberId] });
    await untilLetIn(hers, threadId);
    await write(sakura.viewer, threadId, "まだ二人");
    await vi.waitFor(() => expect(texts(hers)).toEqual(["まだ二人"]), 3000);
    await quiet();
    expect(his).toEqual({ pushes: [], gone: [], lists: [], typing: [] });

    expect(await addToGroup(sakura.viewer, threadId, [kosaku.viewer.memberId])).toHaveLength(1);
    await vi.waitFor(() => expect(his.lists.length).toBeGreaterThan(0), 1000);
    await write(sakura.viewer, threadId, "三人");
    await vi.waitFor(() => expect(texts(his)).toEqual(["三人"]), 3000);

    await removeFromGroup(sakura.viewer, threadId, kosaku.viewer.memberId);
    await vi.waitFor(() => expect(his.gone).toEqual([[{ threadId }]]), 1000);
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
    for (const heard of gone) await vi.waitFor(() => expect(heard).toEqual([[{ threadId }]]), 1000);
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
    await vi.waitFor(() => expect(texts(asked)).toEqual(["はじめまして"]), 3000);
    const type = () => chinatsu.socket.timeout(5000).emitWithAck("thread:typing", { threadId });
    expect(await type()).toMatchObject({ ok: true });
    await quiet();
    expect(asked.typing).toEqual([]);
    await answerRequest(sakura.viewer, threadId, true);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await type();
    await vi.waitFor(
      () => expect(asked.typing).toEqual([[{ threadId, memberId: chinatsu.viewer.memberId }]]),
      3000,
    );
    await vi.waitFor(() => expect(hers.pushes.length).toBeGreaterThan(1), 3000);
    chinatsu.socket.disconnect();
  });

  it("is silent for whom the other blocks, within a second, until they are let in again", async () => {
    const threadId = await openDirectThread(sakura.viewer, kosaku.viewer.memberId);
    await quiet();
    const his = listen(kosaku);
    await write(sakura.viewer, threadId, "一");
    await vi.waitFor(() => expect(texts(his)).toEqual(["一"]), 3000);
    await blockMember(sakura.viewer, kosaku.viewer.memberId);
    await vi.waitFor(() => expect(his.gone).toEqual([[{ threadId }]]), 1000);
    const again = listen(kosaku);
    await unblockMember(sakura.viewer, kosaku.viewer.memberId);
    await untilLetIn(again, threadId);
    await write(sakura.viewer, threadId, "二");
    await vi.waitFor(() => expect(texts(his)).toEqual(["一", "二"]), 3000);
  });

  it("that is pinned changes its owner's list, and nobody else's", async () => {
    const threadId = await openDirectThread(sakura.viewer, kosaku.viewer.memberId);
    const [hers, his] = [listen(sakura), listen(kosaku)];
    await pinThread(sakura.viewer, threadId, true);
    await vi.waitFor(() => expect(hers.lists).toHaveLength(1), 3000);
    await quiet();
    expect(his.lists).toEqual([]);
  });
});
