import { beforeAll, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { createGroup } from "#lib/chat/groups.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { listLatestThreads } from "#lib/chat/thread-list.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let sakura: Viewer;
const ids = { kosaku: "", chinatsu: "", yuki: "" };

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  for (const name of ["kosaku", "chinatsu", "yuki"] as const) {
    ids[name] = await memberIdOf(database, name, "aoba");
    await say(await openDirectThread(sakura, ids[name]));
  }
});

const say = (threadId: string) =>
  sendMessage(sakura, { threadId, clientId: crypto.randomUUID(), text: "…", mentions: [], files: [] });

const others = async (memberIds?: string[]) =>
  (await listLatestThreads(sakura, memberIds && { memberIds, name: "" })).map(
    ({ people }) => people[0]?.memberId,
  );

it("lists the newest message first, five at most", async () => {
  const latest = await others();
  expect(latest.slice(0, 3)).toEqual([ids.yuki, ids.chinatsu, ids.kosaku]);
  expect(latest.length).toBeLessThanOrEqual(5);
});

it("lists those with the members that are named, and no others for oneself or for nobody", async () => {
  expect(await others([ids.kosaku, ids.yuki])).toEqual([ids.yuki, ids.kosaku]);
  expect(await others([sakura.memberId])).toEqual([]);
  expect(await others([])).toEqual([]);
});

it("lists groups by their names, one's own alone", async () => {
  const threadId = await createGroup(sakura, { name: "Polymer の輪", memberIds: [ids.kosaku] });
  const found = async (viewer: Viewer, name: string) =>
    (await listLatestThreads(viewer, { memberIds: [], name })).map(({ id }) => id);
  expect(await found(sakura, "polymer")).toEqual([threadId]);
  expect(await found(await viewerOf(database, "kosaku", "aoba"), "の輪")).toEqual([threadId]);
  expect(await found(await viewerOf(database, "yuki", "aoba"), "の輪")).toEqual([]);
  expect(await found(sakura, "%")).toEqual([]);
  // As people are found: whatever the width, the kana or the variant of a kanji, each word for itself.
  const variant = await createGroup(sakura, { name: "髙﨑ﾗﾎﾞの会", memberIds: [ids.kosaku] });
  for (const name of ["高崎", "らぼ", "の会 ラボ", "高崎ラボ"])
    expect(await found(sakura, name), name).toEqual([variant]);
  expect(await found(sakura, "ｐｏｌｙｍｅｒ　輪")).toEqual([threadId]);
});

it("counts what the viewer has not read", async () => {
  const kosaku = await viewerOf(database, "kosaku", "aoba");
  const unread = async (by: Viewer, other: string) =>
    (await listLatestThreads(by, { memberIds: [other], name: "" }))[0]?.unread;
  const before = (await unread(kosaku, sakura.memberId)) ?? 0;
  await say(await openDirectThread(sakura, ids.kosaku));
  expect(await unread(kosaku, sakura.memberId)).toBe(before + 1);
  expect(await unread(sakura, ids.kosaku)).toBe(0);
});
