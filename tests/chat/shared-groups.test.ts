import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { setReaction } from "#lib/chat/changes.ts";
import { isFolded } from "#lib/chat/folds.ts";
import {
  addToGroup,
  findGroupByLink,
  joinGroup,
  leaveGroup,
  setGroupRole,
  setJoinLink,
} from "#lib/chat/groups.ts";
import { findConversation, sendMessage } from "#lib/chat/messages.ts";
import { markRead } from "#lib/chat/places.ts";
import { findRequest } from "#lib/chat/requests.ts";
import { searchMessages } from "#lib/chat/search.ts";
import { countUnread, listThreads } from "#lib/chat/thread-list.ts";
import { findThread } from "#lib/chat/threads.ts";
import { unfoldLines } from "#lib/chat/unfold.ts";
import { NotFound } from "#lib/errors.ts";
import { saveVisibility } from "#lib/people/own-profile.ts";
import { findPerson } from "#lib/people/people.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { say, settle, startGroup } from "./callers.ts";

const database = openTestDatabase();
let admin: Viewer;
let blocker: Viewer;
let blocked: Viewer;
let friend: Viewer;
let group: string;

beforeAll(async () => {
  admin = await viewerOf(database, "koji", "aoba");
  blocker = await viewerOf(database, "sakura", "aoba");
  blocked = await viewerOf(database, "kosaku", "aoba");
  friend = await viewerOf(database, "chinatsu", "aoba");
});

beforeEach(async () => {
  await database.asOwner("DELETE FROM chat_blocks");
  group = await startGroup(database, null, admin, [blocker, blocked, friend]);
  await settle(database);
});

const page = (viewer: Viewer) => findConversation(viewer, group);
const peopleOf = async (viewer: Viewer) => {
  const { participants } = await findThread(viewer, group);
  return participants.map(({ person }) => person.memberId);
};
const cardOf = async (viewer: Viewer) => {
  const card = (await listThreads(viewer)).find(({ id }) => id === group);
  if (!card) throw new Error("the group is not in the list");
  return card;
};
/** All that somebody reads of the group, as one text. */
const allOf = async (viewer: Viewer) => JSON.stringify([await page(viewer), await cardOf(viewer)]);
const answer = (viewer: Viewer, quoted: number, text: string) =>
  sendMessage(viewer, {
    threadId: group,
    clientId: crypto.randomUUID(),
    text,
    quoted,
    mentions: [],
    files: [],
  });

describe("for who blocked", () => {
  it("the other stands in no list, no count and no name of the group, and does again once it is undone", async () => {
    const before = { all: await allOf(blocker), members: (await peopleOf(blocker)).length };
    await blockMember(blocker, blocked.memberId);
    expect(await peopleOf(blocker)).toHaveLength(before.members - 1);
    expect(await allOf(blocker)).not.toContain(blocked.memberId);
    expect((await page(blocker)).thread.name).not.toContain("髙橋");
    await unblockMember(blocker, blocked.memberId);
    expect(await allOf(blocker)).toBe(before.all);
  });

  it("what the other said is folded: its place stays, and no word, name or mark of theirs is told unasked", async () => {
    await say(friend, group, "こんにちは");
    await say(blocked, group, "ひみつの計画");
    await answer(friend, 3, "なるほど");
    await setReaction(blocked, { threadId: group, number: 2, emoji: "👍", on: true });
    await setReaction(friend, { threadId: group, number: 4, emoji: "👍", on: true });
    const before = await allOf(blocker);
    await blockMember(blocker, blocked.memberId);
    const all = await allOf(blocker);
    for (const hidden of [blocked.memberId, "ひみつ", "耕作"]) {
      expect(before).toContain(hidden);
      expect(all).not.toContain(hidden);
    }
    const { lines } = (await page(blocker)).page;
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(lines.filter(isFolded).map(({ number, deleted }) => [number, deleted])).toEqual([[3, false]]);
    expect(lines.map(({ reactions }) => reactions.length)).toEqual([0, 0, 0, 1]);
    expect(lines[3]?.quote).toMatchObject({ number: 3, text: "" });
    const hits = async (viewer: Viewer) =>
      (await searchMessages(viewer, { q: "ひみつ", threadId: group, before: undefined })).hits.length;
    expect([await hits(blocker), await hits(friend)]).toEqual([0, 1]);
  });

  it("what is folded is shown on request, with who said it; nothing of anybody else, nor of elsewhere", async () => {
    await say(friend, group, "こんにちは");
    await say(blocked, group, "ひみつの計画");
    await blockMember(blocker, blocked.memberId);
    const ask = (viewer: Viewer) => unfoldLines(viewer, { threadId: group, first: 1, last: 9 });
    const { lines, people } = await ask(blocker);
    expect(lines.map(({ text }) => text)).toEqual(["ひみつの計画"]);
    expect(people.map(({ memberId }) => memberId)).toEqual([blocked.memberId]);
    expect(await ask(blocked)).toEqual({ lines: [], people: [] });
    await leaveGroup(blocker, group);
    await expect(ask(blocker)).rejects.toThrow(NotFound);
  });

  it("nothing of it is unread, nor is a notice that comes after it", async () => {
    await blockMember(blocker, blocked.memberId);
    const unread = await countUnread(blocker);
    await say(blocked, group, "もしもし");
    expect([await countUnread(blocker), (await cardOf(blocker)).unread]).toEqual([unread, 0]);
    await setGroupRole(admin, group, friend.memberId, "ADMIN");
    expect((await cardOf(blocker)).unread).toBe(0);
    await say(friend, group, "こんにちは");
    expect((await cardOf(blocker)).unread).toBe(1);
  });

  it("the last line of the list says nothing of it", async () => {
    await say(blocked, group, "ひみつの計画");
    await blockMember(blocker, blocked.memberId);
    const { last } = await cardOf(blocker);
    expect(last && isFolded(last)).toBe(true);
    expect(last).toMatchObject({ text: "", author: null, number: 2 });
  });

  it("a notice names nobody whom they blocked, and is none where it named nobody else", async () => {
    await leaveGroup(blocked, group);
    await leaveGroup(friend, group);
    await blockMember(blocker, blocked.memberId);
    await addToGroup(admin, group, [blocked.memberId, friend.memberId]);
    await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [group]);
    await setGroupRole(admin, group, friend.memberId, "ADMIN");
    await setGroupRole(admin, group, blocked.memberId, "ADMIN");
    const { lines } = (await page(blocker)).page;
    const told = lines.map((line) => (isFolded(line) ? null : line.notice));
    expect(told).toEqual([
      { type: "created" },
      null,
      { type: "left" },
      { type: "added", memberIds: [friend.memberId] },
      { type: "admin", memberIds: [friend.memberId], on: true },
      null,
    ]);
    // Of what only happened there is nothing to show on request.
    expect(lines.filter(isFolded).every(({ deleted }) => deleted)).toBe(true);
  });

  it("they are asked into no group by the other, who goes on waiting; and are again once it is undone", async () => {
    await database.asOwner(
      "UPDATE chat_participants SET state = 'ASKED', asked_by = $3 WHERE thread_id = $1 AND member_id = $2",
      [group, blocker.memberId, blocked.memberId],
    );
    await say(blocker, await startGroup(database, null, blocker, [friend]), "ほかの会");
    const listed = async () => (await listThreads(blocker)).map(({ id }) => id).includes(group);
    const [before, unread, isListed] = [await allOf(blocked), await countUnread(blocker), await listed()];
    await blockMember(blocker, blocked.memberId);
    expect([isListed, await listed()]).toEqual([true, false]);
    expect(await countUnread(blocker)).toBe(unread - 1);
    const waiting = (await findThread(admin, group)).participants.filter(({ state }) => state === "ASKED");
    expect(waiting.map(({ person }) => person.memberId)).toEqual([blocker.memberId]);
    await unblockMember(blocker, blocked.memberId);
    expect([await listed(), await countUnread(blocker)]).toEqual([true, unread]);
    expect(await allOf(blocked)).toBe(before);
  });

  it("a conversation of the two is read as it was", async () => {
    const direct = await startGroup(database, null, blocker, [blocked]);
    await database.asOwner("UPDATE chat_threads SET kind = 'DIRECT', direct_key = $2 WHERE id = $1", [
      direct,
      crypto.randomUUID(),
    ]);
    await say(blocked, direct, "ひみつの計画");
    await blockMember(blocker, blocked.memberId);
    const { page, thread } = await findConversation(blocker, direct);
    expect(page.lines.map(({ text }) => text)).toContain("ひみつの計画");
    expect(thread.participants).toHaveLength(2);
  });
});

describe("for who is blocked", () => {
  it("nothing changes of a group in which the blocker has said something, but that they no longer show what they read", async () => {
    await say(blocker, group, "皆さん");
    await say(blocked, group, "もしもし");
    await setReaction(blocker, { threadId: group, number: 3, emoji: "👍", on: true });
    const unmarked = async () => (await allOf(blocked)).replaceAll(/"seen":\[[^\]]*\]/g, "");
    const [before, unread] = [await unmarked(), await countUnread(blocked)];
    await blockMember(blocker, blocked.memberId);
    expect(await unmarked()).toBe(before);
    expect(await countUnread(blocked)).toBe(unread);
  });

  it("a blocker who has said nothing there is not there, until they do", async () => {
    await blockMember(blocker, blocked.memberId);
    expect(await allOf(blocked)).not.toContain(blocker.memberId);
    await say(blocker, group, "皆さん");
    expect(await peopleOf(blocked)).toContain(blocker.memberId);
    expect((await cardOf(blocked)).last?.author).toContain("さくら");
  });

  it("the page of a blocker who wrote there opens, and still does when they have left", async () => {
    // Nowhere else do they meet.
    await database.asOwner("DELETE FROM chat_threads WHERE id <> $1", [group]);
    await say(blocker, group, "皆さん");
    await blockMember(blocker, blocked.memberId);
    expect((await findPerson(blocked, blocker.memberId)).memberId).toBe(blocker.memberId);
    await leaveGroup(blocker, group);
    expect((await findPerson(blocked, blocker.memberId)).memberId).toBe(blocker.memberId);
    await saveVisibility(blocker, { unlisted: true });
    await expect(findPerson(blocked, blocker.memberId)).rejects.toThrow(NotFound);
    await expect(findPerson(friend, blocker.memberId)).rejects.toThrow(NotFound);
    await saveVisibility(blocker, { unlisted: false });
  });

  it("neither sees how far the other has read; others do", async () => {
    await say(friend, group, "こんにちは");
    for (const viewer of [blocker, blocked]) await markRead(viewer, group, 2);
    const seenBy = async (viewer: Viewer) => (await page(viewer)).thread.seen.map(({ memberId }) => memberId);
    await blockMember(blocker, blocked.memberId);
    expect(await seenBy(blocker)).not.toContain(blocked.memberId);
    expect(await seenBy(blocked)).not.toContain(blocker.memberId);
    expect(await seenBy(friend)).toEqual(expect.arrayContaining([blocker.memberId, blocked.memberId]));
  });

  it("fifty-one are too many to count who has read, whoever stands for whom", async () => {
    await database.asOwner(
      `INSERT INTO chat_participants (company_id, thread_id, member_id)
        SELECT company_id, $1, id FROM members WHERE company_id = $2 AND status = 'ACTIVE' AND id <> ALL ($3) LIMIT 47`,
      [group, admin.companyId, [admin, blocker, blocked, friend].map(({ memberId }) => memberId)],
    );
    await markRead(admin, group, 1);
    await blockMember(blocker, blocked.memberId);
    for (const viewer of [blocker, blocked]) expect((await page(viewer)).thread.seen).toEqual([]);
  });
});

describe("a link to a group", () => {
  it("leads the blocked nowhere while an admin of the group blocked them, as one that is none", async () => {
    const token = (await setJoinLink(admin, group, true)) ?? "";
    await leaveGroup(blocked, group);
    await blockMember(admin, blocked.memberId);
    for (const token_ of [token, "none"]) {
      await expect(findGroupByLink(blocked, token_)).rejects.toThrow(new NotFound());
      await expect(joinGroup(blocked, token_)).rejects.toThrow(new NotFound());
    }
    expect((await findGroupByLink(friend, token)).id).toBe(group);
    await unblockMember(admin, blocked.memberId);
    expect(await joinGroup(blocked, token)).toBe(group);
    // Who is in it stays.
    await blockMember(admin, blocked.memberId);
    expect(await joinGroup(blocked, token)).toBe(group);
  });

  it("lets them in where another is, who is shown nothing new", async () => {
    const token = (await setJoinLink(admin, group, true)) ?? "";
    await leaveGroup(blocked, group);
    await blockMember(blocker, blocked.memberId);
    const before = { people: await peopleOf(blocker), lines: (await page(blocker)).page.lines };
    await joinGroup(blocked, token);
    expect(await peopleOf(blocker)).toEqual(before.people);
    const { page: after } = await page(blocker);
    expect(after.lines.slice(0, -1)).toEqual(before.lines);
    expect(after.lines.at(-1)).toMatchObject({ notice: null, text: "", deleted: true });
    expect(await allOf(blocker)).not.toContain(blocked.memberId);
    expect((await cardOf(blocker)).unread).toBe(0);
  });

  it("counts as many before one joins as the group does afterwards", async () => {
    const token = (await setJoinLink(admin, group, true)) ?? "";
    const count = async (viewer: Viewer) => (await findGroupByLink(viewer, token)).members;
    const before = await count(friend);
    await blockMember(blocker, blocked.memberId);
    expect([await count(blocker), await count(blocked), await count(friend)]).toEqual([
      before - 1,
      before - 1,
      before,
    ]);
    await leaveGroup(friend, group);
    await database.asOwner(
      "UPDATE chat_participants SET state = 'ASKED', asked_by = $3 WHERE thread_id = $1 AND member_id = $2",
      [group, blocker.memberId, admin.memberId],
    );
    expect((await findRequest(blocker, group)).members).toBe(1);
  });
});
