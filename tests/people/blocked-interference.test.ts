import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { deleteMessage, setReaction } from "#lib/chat/changes.ts";
import {
  addToGroup,
  findGroupByLink,
  joinGroup,
  leaveGroup,
  renameGroup,
  setJoinLink,
} from "#lib/chat/groups.ts";
import { findConversation, listMessagesBefore, sendMessage } from "#lib/chat/messages.ts";
import { markRead } from "#lib/chat/places.ts";
import { searchMessages } from "#lib/chat/search.ts";
import { listChanges } from "#lib/chat/sync.ts";
import { countUnread, listLatestThreads, listThreads } from "#lib/chat/thread-list.ts";
import { startGroup } from "#tests/chat/callers.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
type Name = "blocker" | "blocked" | "friend" | "admin";
let people: Record<Name, Viewer>;

beforeAll(async () => {
  await database.asOwner("DELETE FROM chat_threads");
  people = {
    admin: await viewerOf(database, "koji", "aoba"),
    blocker: await viewerOf(database, "sakura", "aoba"),
    blocked: await viewerOf(database, "kosaku", "aoba"),
    friend: await viewerOf(database, "yuki", "aoba"),
  };
});

const anybody = fc.constantFrom<Name>("blocker", "blocked", "friend", "admin");
const place = fc.nat({ max: 30 });
/** What happens in a group, as far as it can happen at that moment. */
const step = fc.oneof(
  fc.record({ does: fc.constant("say" as const), who: anybody, quoted: fc.option(place) }),
  fc.record({ does: fc.constant("delete" as const), who: anybody, at: place }),
  fc.record({ does: fc.constant("mark" as const), who: anybody, at: place }),
  fc.record({ does: fc.constant("read" as const), who: anybody, at: place }),
  fc.record({ does: fc.constant("leave" as const), who: anybody }),
  fc.record({ does: fc.constant("add" as const), who: anybody, whom: anybody }),
  fc.record({ does: fc.constant("join" as const), who: anybody }),
  fc.record({ does: fc.constant("rename" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
type Group = { id: string; token: string };

async function run({ id: threadId, token }: Group, one: Step): Promise<unknown> {
  if (one.does === "rename") return renameGroup(people.admin, threadId, null);
  const who = people[one.who];
  switch (one.does) {
    case "say": {
      const words = {
        text: `藍染 ${one.who}`,
        mentions: [people.blocker.memberId, people.blocked.memberId],
        files: [],
      };
      const quoted = one.quoted === null ? {} : { quoted: one.quoted + 1 };
      return sendMessage(who, { threadId, clientId: crypto.randomUUID(), ...words, ...quoted });
    }
    case "delete":
      return deleteMessage(who, { threadId, number: one.at });
    case "mark":
      return setReaction(who, { threadId, number: one.at, emoji: "👍", on: true });
    case "read":
      return markRead(who, threadId, one.at);
    case "leave":
      return leaveGroup(who, threadId);
    case "add":
      return addToGroup(who, threadId, [people[one.whom].memberId]);
    case "join":
      return joinGroup(who, token);
  }
}

/** All that somebody reads of chat; without who has read how far, or what the group's link shows, where these are left out. */
async function readAll(
  viewer: Viewer,
  { id, token }: Group,
  { marks = true, link = true } = {},
): Promise<string> {
  const orNothing = (answer: Promise<unknown>) => answer.catch((error) => String(error.constructor.name));
  const all = await Promise.all([
    orNothing(findConversation(viewer, id)),
    orNothing(listChanges(viewer, id, 0)),
    orNothing(listMessagesBefore(viewer, id)),
    link && orNothing(findGroupByLink(viewer, token)),
    listThreads(viewer),
    listLatestThreads(viewer),
    countUnread(viewer),
    searchMessages(viewer, { q: "藍染", threadId: undefined, before: undefined }),
  ]);
  return JSON.stringify(all, (key, value) => (key === "seen" && !marks ? [] : value));
}

/** The blocker's own last line names the blocked. */
const addedAgain: Step[] = [
  { does: "leave", who: "blocked" },
  { does: "add", who: "blocker", whom: "blocked" },
];

it("of two in a group a block tells the blocked nothing, the blocker nothing more of the other, and others nothing at all", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.boolean(), async (steps, early) => {
      await database.asOwner("DELETE FROM chat_threads; DELETE FROM chat_blocks");
      const { admin, blocker, blocked, friend } = people;
      const id = await startGroup(database, null, admin, [blocker, blocked, friend]);
      const group = { id, token: (await setJoinLink(admin, id, true)) ?? "" };
      // What cannot be done at that moment is not done.
      const history = async (some: Step[]) => {
        for (const one of some) await run(group, one).catch(() => null);
      };
      await history(early ? [] : steps);
      const before = {
        blocker: await readAll(blocker, group),
        blocked: await readAll(blocked, group),
        unmarked: await readAll(blocked, group, { marks: false, link: await linkHolds(id) }),
        others: [await readAll(admin, group), await readAll(friend, group)],
      };
      await blockMember(blocker, blocked.memberId);
      expect([await readAll(admin, group), await readAll(friend, group)]).toEqual(before.others);
      const traces = await database.asOwner(
        "SELECT 1 FROM chat_messages WHERE thread_id = $1 AND (author_id = $2 OR notice -> 'memberIds' ? $2::text)",
        [id, blocker.memberId],
      );
      const seen = { marks: false, link: await linkHolds(id) };
      if (traces.length > 0) expect(await readAll(blocked, group, seen)).toBe(before.unmarked);
      else expect(withoutMentions(await readAll(blocked, group))).not.toContain(blocker.memberId);
      await history(early ? steps : []);
      expect(withoutMentions(await readAll(blocker, group))).not.toContain(blocked.memberId);
      await unblockMember(blocker, blocked.memberId);
      if (early) return;
      expect(await readAll(blocker, group)).toBe(before.blocker);
      expect(await readAll(blocked, group)).toBe(before.blocked);
    }),
    { numRuns: 30, examples: [[addedAgain, false]] },
  );
});

/** Whether the block leaves the group's link to the blocked: for those whom an admin blocked it leads nowhere, as if it had been renewed. */
async function linkHolds(threadId: string): Promise<boolean> {
  const [admins] = await database.asOwner(
    "SELECT count(*)::int AS among FROM chat_participants WHERE thread_id = $1 AND member_id = $2 AND state = 'ACTIVE' AND role = 'ADMIN'",
    [threadId, people.blocker.memberId],
  );
  return admins?.among === 0;
}

/** Whom others name in their own words is theirs to say. */
function withoutMentions(answers: string): string {
  return answers.replaceAll(/"mentions":\[[^\]]*\]/g, "");
}
