import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { groupNameSchema } from "#lib/chat/group-input.ts";
import {
  addToGroup,
  createGroup,
  findGroupByLink,
  joinGroup,
  leaveGroup,
  removeFromGroup,
  renameGroup,
  setGroupPicture,
  setGroupRole,
  setJoinLink,
} from "#lib/chat/groups.ts";
import { listMessagesBefore } from "#lib/chat/messages.ts";
import { answerRequest } from "#lib/chat/requests.ts";
import { findThread, openDirectThread } from "#lib/chat/threads.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";
import { strangersOf } from "./strangers.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;
let chinatsu: Viewer;
let yuki: Viewer;
let stranger: Viewer;
/** Of Sakura, its admin, Kosaku and Chinatsu: new for each test. */
let threadId: string;

beforeAll(async () => {
  [sakura, kosaku, chinatsu, yuki] = await Promise.all([
    viewerOf(database, "sakura", "aoba"),
    viewerOf(database, "kosaku", "aoba"),
    viewerOf(database, "chinatsu", "aoba"),
    viewerOf(database, "yuki", "aoba"),
  ]);
});
beforeEach(async () => {
  // A new one each time: anyone who shared a group with her is none any more.
  [stranger = sakura] = await strangersOf(database, sakura, 1);
  threadId = await createGroup(sakura, {
    name: "水添の会",
    memberIds: [kosaku.memberId, chinatsu.memberId],
  });
});

/** Who is in it, as one of them sees it: member id to role, or to a state that is not ACTIVE. */
const membersSeenBy = async (viewer: Viewer) =>
  Object.fromEntries(
    (await findThread(viewer, threadId)).participants.map(({ person, role, state }) => [
      person.memberId,
      state === "ACTIVE" ? role : state,
    ]),
  );
const notices = async (viewer: Viewer) =>
  (await listMessagesBefore(viewer, threadId)).lines.map(({ notice }) => notice);

describe("a new group", () => {
  it("has its founder as admin, everybody as a member, and says so in its first line", async () => {
    expect(await membersSeenBy(kosaku)).toEqual({
      [sakura.memberId]: "ADMIN",
      [kosaku.memberId]: "MEMBER",
      [chinatsu.memberId]: "MEMBER",
    });
    expect(await findThread(kosaku, threadId)).toMatchObject({
      kind: "GROUP",
      name: "水添の会",
      standing: "open",
      lastNumber: 1,
    });
    expect(await notices(kosaku)).toEqual([{ type: "created" }]);
  });

  it("without a name is called by the others in it", async () => {
    threadId = await createGroup(sakura, { name: null, memberIds: [kosaku.memberId, chinatsu.memberId] });
    const { name, givenName } = await findThread(sakura, threadId);
    expect([name.split("、").sort(), givenName]).toEqual([["髙橋 耕作", "高橋 千夏"].sort(), null]);
  });

  it("asks strangers first: until they say yes, they read nothing of it", async () => {
    threadId = await createGroup(sakura, { name: "輪", memberIds: [kosaku.memberId, stranger.memberId] });
    expect((await membersSeenBy(sakura))[stranger.memberId]).toBe("ASKED");
    expect(await findThread(stranger, threadId)).toMatchObject({
      name: "輪",
      standing: "asked",
      askedBy: sakura.memberId,
    });
    expect((await listMessagesBefore(stranger, threadId)).lines).toEqual([]);
    await answerRequest(stranger, threadId, true);
    expect((await membersSeenBy(stranger))[stranger.memberId]).toBe("MEMBER");
    expect(await notices(stranger)).toEqual([{ type: "created" }, { type: "joined" }]);
  });

  it("is not made of nobody, of oneself, or of people who are not here", async () => {
    const absent = await memberIdOf(database, "shiori", "aoba");
    const elsewhere = await memberIdOf(database, "hannah", "larkfield");
    for (const memberId of [sakura.memberId, absent, elsewhere, crypto.randomUUID()])
      await expect(createGroup(sakura, { name: null, memberIds: [memberId] })).rejects.toThrow(NotFound);
    const left = await database.asOwner("SELECT FROM chat_threads WHERE name IS NULL AND last_number = 0");
    expect(left).toEqual([]);
  });
});

describe("adding", () => {
  it("any member may, and is told who is new; those who are there stay as they are", async () => {
    expect(await addToGroup(kosaku, threadId, [yuki.memberId, sakura.memberId])).toEqual([yuki.memberId]);
    expect(await membersSeenBy(yuki)).toMatchObject({
      [sakura.memberId]: "ADMIN",
      [yuki.memberId]: "MEMBER",
    });
    expect((await notices(yuki)).at(-1)).toEqual({ type: "added", memberIds: [yuki.memberId] });
  });

  it("of nobody new writes no line", async () => {
    expect(await addToGroup(sakura, threadId, [kosaku.memberId])).toEqual([]);
    expect(await notices(sakura)).toHaveLength(1);
  });

  it("does not bring back anyone who left: they are asked", async () => {
    await leaveGroup(chinatsu, threadId);
    expect(await addToGroup(sakura, threadId, [chinatsu.memberId])).toEqual([chinatsu.memberId]);
    expect((await findThread(chinatsu, threadId)).standing).toBe("asked");
  });

  it("leaves alone anyone who declined, of which nobody learns", async () => {
    await addToGroup(sakura, threadId, [stranger.memberId]);
    const asked = await findThread(sakura, threadId);
    await answerRequest(stranger, threadId, false);
    expect(await findThread(sakura, threadId)).toEqual(asked);
    expect(await addToGroup(sakura, threadId, [stranger.memberId])).toEqual([]);
    await removeFromGroup(sakura, threadId, stranger.memberId);
    expect(await membersSeenBy(sakura)).toMatchObject({ [stranger.memberId]: "LEFT" });
  });

  it("is not for those outside, nor for those who are only asked, nor into a direct thread", async () => {
    await expect(addToGroup(yuki, threadId, [yuki.memberId])).rejects.toThrow(NotFound);
    await addToGroup(sakura, threadId, [stranger.memberId]);
    await expect(addToGroup(stranger, threadId, [yuki.memberId])).rejects.toThrow(NotFound);
    const direct = await openDirectThread(sakura, kosaku.memberId);
    await expect(addToGroup(sakura, direct, [yuki.memberId])).rejects.toThrow(NotFound);
    expect((await findThread(sakura, direct)).participants).toHaveLength(2);
  });

  it("stops at a thousand", async () => {
    await database.asOwner(
      `INSERT INTO users (id, email) SELECT gen_random_uuid(), 'crowd' || n || '@example.com' FROM generate_series(1, 1000) n
        ON CONFLICT DO NOTHING`,
    );
    await database.asOwner(
      `WITH crowd AS (
          INSERT INTO members (company_id, id, user_id, kind, status)
            SELECT $1, gen_random_uuid(), id, 'EMPLOYEE', 'ACTIVE' FROM users WHERE email LIKE 'crowd%' RETURNING id)
        INSERT INTO profiles (company_id, member_id, family_name, given_name, sort_key, department, joined_on)
          SELECT $1, id, '森', '一', 'もり', '総務部', '2016-04-01' FROM crowd`,
      [sakura.companyId],
    );
    const crowd = await database.asOwner<{ id: string }>(
      "SELECT m.id FROM members m JOIN users u ON u.id = m.user_id WHERE u.email LIKE 'crowd%'",
    );
    const added = await addToGroup(
      sakura,
      threadId,
      crowd.map(({ id }) => id),
    );
    expect(added).toHaveLength(997);
    expect(await addToGroup(sakura, threadId, [yuki.memberId])).toEqual([]);
    const token = await setJoinLink(sakura, threadId, true);
    await expect(joinGroup(yuki, token ?? "")).rejects.toEqual(new Invalid({ token: "chat-full" }));
    expect((await findGroupByLink(yuki, token ?? "")).members).toBe(1000);
    // Who left makes room, and who is asked has theirs already.
    await removeFromGroup(sakura, threadId, kosaku.memberId);
    expect(await addToGroup(sakura, threadId, [stranger.memberId])).toEqual([stranger.memberId]);
    const next = (await findThread(sakura, threadId)).joinToken ?? "";
    await expect(joinGroup(yuki, next)).rejects.toEqual(new Invalid({ token: "chat-full" }));
    await joinGroup(stranger, next);
    await leaveGroup(chinatsu, threadId);
    await joinGroup(yuki, next);
  });
});

describe("leaving", () => {
  it("ends reading at once, is told among the lines, and keeps the name of who wrote", async () => {
    await leaveGroup(kosaku, threadId);
    await expect(findThread(kosaku, threadId)).rejects.toThrow(NotFound);
    await expect(listMessagesBefore(kosaku, threadId)).rejects.toThrow(NotFound);
    expect(await membersSeenBy(sakura)).toMatchObject({ [kosaku.memberId]: "LEFT" });
    expect((await notices(sakura)).at(-1)).toEqual({ type: "left" });
  });

  it("hands the last admin's part to who has been there longest", async () => {
    await leaveGroup(sakura, threadId);
    const roles = Object.values(await membersSeenBy(kosaku)).sort();
    expect(roles).toEqual(["ADMIN", "LEFT", "MEMBER"]);
  });

  it("twice is not found the second time", async () => {
    await leaveGroup(kosaku, threadId);
    await expect(leaveGroup(kosaku, threadId)).rejects.toThrow(NotFound);
  });
});

describe("an admin", () => {
  it("removes a member, whose way back by the old link is shut", async () => {
    const old = await setJoinLink(sakura, threadId, true);
    await removeFromGroup(sakura, threadId, kosaku.memberId);
    await expect(findThread(kosaku, threadId)).rejects.toThrow(NotFound);
    await expect(joinGroup(kosaku, old ?? "")).rejects.toThrow(NotFound);
    const { joinToken } = await findThread(sakura, threadId);
    expect(joinToken).not.toBe(old);
    expect(joinToken).toMatch(/.{20}/);
    expect((await notices(sakura)).at(-1)).toEqual({ type: "removed", memberIds: [kosaku.memberId] });
  });

  it("withdraws an invitation", async () => {
    await addToGroup(sakura, threadId, [stranger.memberId]);
    await removeFromGroup(sakura, threadId, stranger.memberId);
    await expect(findThread(stranger, threadId)).rejects.toThrow(NotFound);
    await expect(answerRequest(stranger, threadId, true)).rejects.toThrow(NotFound);
  });

  it("who takes a declined invitation back makes nobody askable: to others it looks as if they were asked", async () => {
    const [other] = (await strangersOf(database, sakura, 2)).filter(
      ({ memberId }) => memberId !== stranger.memberId,
    );
    if (!other) throw new Error("no other stranger");
    await addToGroup(sakura, threadId, [stranger.memberId, other.memberId]);
    await answerRequest(stranger, threadId, false);
    for (const by of [sakura, kosaku, sakura]) {
      for (const { memberId } of [stranger, other]) await removeFromGroup(sakura, threadId, memberId);
      expect((await addToGroup(by, threadId, [stranger.memberId, other.memberId])).sort()).toEqual(
        [stranger.memberId, other.memberId].sort(),
      );
      const seen = await membersSeenBy(sakura);
      expect(seen[stranger.memberId]).toBe(seen[other.memberId]);
      for (const accept of [true, false])
        await expect(answerRequest(stranger, threadId, accept)).rejects.toThrow(NotFound);
      await expect(findThread(stranger, threadId)).rejects.toThrow(NotFound);
    }
    await answerRequest(other, threadId, true);
  });

  it("may ask somebody who declined again once they came by the link, and left", async () => {
    await addToGroup(sakura, threadId, [stranger.memberId]);
    await answerRequest(stranger, threadId, false);
    await removeFromGroup(sakura, threadId, stranger.memberId);
    await joinGroup(stranger, (await setJoinLink(sakura, threadId, true)) ?? "");
    await leaveGroup(stranger, threadId);
    await addToGroup(sakura, threadId, [stranger.memberId]);
    await answerRequest(stranger, threadId, true);
    expect((await findThread(stranger, threadId)).standing).toBe("open");
  });

  it("calls it by another name or by none; the same name again is nothing new", async () => {
    await renameGroup(sakura, threadId, "水添と改質の会");
    await renameGroup(sakura, threadId, "水添と改質の会");
    expect((await findThread(kosaku, threadId)).name).toBe("水添と改質の会");
    await renameGroup(sakura, threadId, null);
    expect((await findThread(kosaku, threadId)).givenName).toBeNull();
    expect((await notices(sakura)).slice(1)).toEqual([
      { type: "renamed", name: "水添と改質の会" },
      { type: "renamed", name: null },
    ]);
  });

  it("makes another one, who may then do the same; the last one stays", async () => {
    await expect(setGroupRole(sakura, threadId, sakura.memberId, "MEMBER")).rejects.toThrow(NotFound);
    await setGroupRole(sakura, threadId, kosaku.memberId, "ADMIN");
    await setGroupRole(kosaku, threadId, sakura.memberId, "MEMBER");
    await expect(renameGroup(sakura, threadId, "わたしの")).rejects.toThrow(NotFound);
    await renameGroup(kosaku, threadId, "ぼくの");
    expect((await notices(sakura)).slice(1, 3)).toEqual([
      { type: "admin", memberIds: [kosaku.memberId], on: true },
      { type: "admin", memberIds: [sakura.memberId], on: false },
    ]);
  });

  it("gives it a picture that they brought to this group, and none of elsewhere", async () => {
    const [mine, ofKosaku, elsewhere, text] = [1, 2, 3, 4].map(() => crypto.randomUUID());
    const other = await createGroup(sakura, { name: null, memberIds: [kosaku.memberId] });
    for (const [id, thread, uploader, preview] of [
      [mine, threadId, sakura, true],
      [ofKosaku, threadId, kosaku, true],
      [elsewhere, other, sakura, true],
      [text, threadId, sakura, false],
    ] as const)
      await database.asOwner(
        `WITH file AS (INSERT INTO files (company_id, id, domain, uploader_id, name, type, size, preview)
          VALUES ($1, $2, 'CHAT', $4, 'p.png', 'image/png', 1, $5))
          INSERT INTO chat_files (company_id, file_id, thread_id) VALUES ($1, $2, $3)`,
        [sakura.companyId, id, thread, uploader.memberId, preview],
      );
    for (const id of [ofKosaku, elsewhere, text, crypto.randomUUID()])
      await expect(setGroupPicture(sakura, threadId, id ?? "")).rejects.toThrow(NotFound);
    await setGroupPicture(sakura, threadId, mine ?? "");
    expect((await findThread(kosaku, threadId)).picture).toBe(mine);
    await setGroupPicture(sakura, threadId, null);
    expect((await findThread(kosaku, threadId)).picture).toBeNull();
    expect((await notices(kosaku)).slice(1)).toEqual([{ type: "picture" }, { type: "picture" }]);
  });

  it.each([
    ["removes", () => removeFromGroup(kosaku, threadId, chinatsu.memberId)],
    ["renames", () => renameGroup(kosaku, threadId, "乗っ取り")],
    ["pictures", () => setGroupPicture(kosaku, threadId, null)],
    ["makes admins", () => setGroupRole(kosaku, threadId, kosaku.memberId, "ADMIN")],
    ["links", () => setJoinLink(kosaku, threadId, true)],
  ])("is who %s: a member does not, and no line is left of the try", async (_, attempt) => {
    // There is a picture to take away.
    const id = crypto.randomUUID();
    await database.asOwner("UPDATE chat_threads SET picture_id = $1 WHERE id = $2", [id, threadId]);
    await expect(attempt()).rejects.toThrow(NotFound);
    const { name, joinToken, picture } = await findThread(sakura, threadId);
    expect({ name, joinToken, picture }).toEqual({ name: "水添の会", joinToken: null, picture: id });
    expect(await notices(sakura)).toHaveLength(1);
  });
});

describe("a link", () => {
  it("shows the group and lets members of the company in, once, with a line for it", async () => {
    const token = (await setJoinLink(sakura, threadId, true)) ?? "";
    expect(await findGroupByLink(stranger, token)).toEqual({
      id: threadId,
      name: "水添の会",
      members: 3,
      joined: false,
    });
    expect(await Promise.all([joinGroup(stranger, token), joinGroup(stranger, token)])).toEqual([
      threadId,
      threadId,
    ]);
    expect((await findGroupByLink(stranger, token)).joined).toBe(true);
    expect((await notices(stranger)).filter((notice) => notice?.type === "joined")).toHaveLength(1);
  });

  it("lets nobody of another company look or come in", async () => {
    const token = (await setJoinLink(sakura, threadId, true)) ?? "";
    const hannah = await viewerOf(database, "hannah", "larkfield");
    await expect(findGroupByLink(hannah, token)).rejects.toThrow(NotFound);
    await expect(joinGroup(hannah, token)).rejects.toThrow(NotFound);
  });

  it("ends when it is renewed, and when it is switched off", async () => {
    const first = (await setJoinLink(sakura, threadId, true)) ?? "";
    const second = (await setJoinLink(sakura, threadId, true)) ?? "";
    expect(second).not.toBe(first);
    await expect(findGroupByLink(yuki, first)).rejects.toThrow(NotFound);
    expect(await setJoinLink(sakura, threadId, false)).toBeNull();
    await expect(joinGroup(yuki, second)).rejects.toThrow(NotFound);
  });

  it.each(["", "x", "' OR 1=1 --", "\0", "a".repeat(5000)])("that is %j leads nowhere", async (token) => {
    await expect(findGroupByLink(sakura, token)).rejects.toThrow(NotFound);
    await expect(joinGroup(sakura, token)).rejects.toThrow(NotFound);
  });
});

describe("a name", () => {
  it.each([
    ["  水添の会 ", "水添の会"],
    ["a\n\tb\u2028c", "a b c"],
    ["\0", null],
    ["   ", null],
    ["\u200B\u3164\u2800", null],
    [null, null],
    ["が", "が"],
  ])("%j is taken as %j", (given, taken) => {
    expect(groupNameSchema.parse(given)).toBe(taken);
  });

  it("is 50 characters at most", () => {
    expect(groupNameSchema.safeParse("あ".repeat(50)).success).toBe(true);
    expect(groupNameSchema.safeParse("あ".repeat(51)).error?.issues[0]?.message).toBe("nameTooLong");
  });
});
