import { expect, test } from "vitest";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { leaveGroup, removeFromGroup } from "#lib/chat/groups.ts";
import { listSharedGroups, listThreads } from "#lib/chat/thread-list.ts";
import { findPerson } from "#lib/people/people.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { say, startGroup } from "./callers.ts";
import { strangersOf } from "./strangers.ts";

const database = openTestDatabase();

test("the last line tells who wrote it, be they among the faces or not", async () => {
  const sakura = await viewerOf(database, "sakura", "aoba");
  const others = await strangersOf(database, sakura, 6);
  const threadId = await startGroup(database, "水添の会", sakura, others);
  const cardNow = async () => (await listThreads(sakura)).find(({ id }) => id === threadId);
  expect((await cardNow())?.people).toHaveLength(3);
  for (const other of others) {
    await say(other, threadId, "お久しぶりです");
    const { displayName } = await findPerson(sakura, other.memberId);
    expect((await cardNow())?.last).toMatchObject({ authorId: other.memberId, author: displayName });
  }
});

test("so it does of who left, and is in the group no more", async () => {
  const sakura = await viewerOf(database, "sakura", "aoba");
  const kosaku = await viewerOf(database, "kosaku", "aoba");
  const threadId = await startGroup(database, "蒸留の会", sakura, [kosaku]);
  await leaveGroup(kosaku, threadId);
  const card = (await listThreads(sakura)).find(({ id }) => id === threadId);
  expect(card?.last).toMatchObject({ notice: { type: "left" }, author: "髙橋 耕作" });
});

test("a group that nobody named is called by three others, and tells of more where there are more", async () => {
  const sakura = await viewerOf(database, "sakura", "aoba");
  const others = await strangersOf(database, sakura, 4);
  for (const members of [others.slice(1), others]) {
    const threadId = await startGroup(database, null, sakura, members);
    const card = (await listThreads(sakura)).find(({ id }) => id === threadId);
    expect(card?.people).toHaveLength(3);
    for (const { displayName } of card?.people ?? []) expect(card?.name).toContain(displayName);
    expect(card?.name.endsWith("…")).toBe(members.length > 3);
  }
});

test("of people a list holds what it shows of them", async () => {
  const sakura = await viewerOf(database, "sakura", "aoba");
  const people = (await listThreads(sakura)).flatMap((thread) => thread.people);
  const shown = ["apart", "displayName", "kind", "memberId", "monogram", "photo"];
  expect([...new Set(people.flatMap((person) => Object.keys(person)))].sort()).toEqual(shown);
});

test("the groups that two are in are told to either, the newest message first, and no other, nor to who left", async () => {
  const sakura = await viewerOf(database, "sakura", "aoba");
  const [one, other] = await strangersOf(database, sakura, 2);
  if (!one || !other) throw new Error("there are no strangers");
  const both = await startGroup(database, "製図の会", sakura, [one, other]);
  const newest = await startGroup(database, null, sakura, [one]);
  const without = await startGroup(database, "登山の会", sakura, [other]);
  await say(sakura, newest, "ごぶさたしています");
  const between = async () => (await listSharedGroups(sakura, one.memberId)).map(({ id }) => id);
  expect(await between()).toEqual([newest, both]);
  expect((await listSharedGroups(one, sakura.memberId))[1]).toEqual({ id: both, name: "製図の会" });
  expect((await listSharedGroups(sakura, one.memberId))[0]?.name).not.toBe("");
  expect(await between()).not.toContain(without);
  expect(await listSharedGroups(other, one.memberId)).toMatchObject([{ id: both }]);
  await blockMember(sakura, one.memberId);
  expect(await between()).toEqual([]);
  await unblockMember(sakura, one.memberId);
  await removeFromGroup(sakura, both, one.memberId);
  expect(await between()).toEqual([newest]);
  expect(await listSharedGroups(sakura, "x")).toEqual([]);
});
