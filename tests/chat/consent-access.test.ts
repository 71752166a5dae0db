import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addToGroup } from "#lib/chat/groups.ts";
import { findThread } from "#lib/chat/threads.ts";
import { addGuests } from "#tests/support/crowd.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { addCast, addThreadOf, type Cast, type Person, persons } from "./persons.ts";

// Who may begin a conversation with whom, bring whom into one, and see whom come and go.
const database = openTestDatabase();
let cast: Cast;
let group: string;
/** A member of the other company alone. */
let elsewhere: string;

beforeAll(async () => {
  cast = await addCast(database.asOwner, "persons");
  [{ memberId: elsewhere } = { memberId: "" }] = await addGuests(database.asOwner, "persons-2", 1);
});
beforeEach(async () => {
  await database.asOwner("DELETE FROM chat_threads WHERE company_id = ANY ($1)", [
    [cast.companyId, cast.otherCompanyId],
  ]);
  await database.asOwner("DELETE FROM chat_blocks");
  await work("2010-04-01", null);
  group = (await addThreadOf(database.asOwner, cast, "GROUP")).id;
});

const open = "open_direct_thread($1, gen_random_uuid()) IS NOT NULL";
const add = "add_to_group($2, ARRAY[$1]) = ARRAY[$1]";
const watch = "EXISTS (SELECT FROM watchable_members(ARRAY[$1]))";
const block = "block_member($1)";
const unblock = "unblock_member($1)";

/** What the function answers one of the cast about another member; `$2` is the group. */
async function ask(by: Person, sql: string, memberId: string): Promise<boolean> {
  const [row] = await database.asViewer<{ answer: boolean | null }>(
    cast[by],
    `SELECT ${sql} AS answer FROM (SELECT $1::uuid, $2::uuid) asked`,
    [memberId, group],
  );
  return row?.answer === true;
}

const idOf = (person: Person) => cast[person].memberId;

/** The time in which the outsider and all but the outsider worked there. */
async function work(joined: string, left: string | null): Promise<void> {
  await database.asOwner(
    "UPDATE profiles SET joined_on = '2010-04-01', left_on = '2015-03-31' WHERE company_id = $1",
    [cast.companyId],
  );
  await database.asOwner(
    "UPDATE profiles SET joined_on = $3, left_on = $4 WHERE company_id = $1 AND member_id = $2",
    [cast.companyId, idOf("outsider"), joined, left],
  );
}

async function blockBetween(blocker: Person, blocked: Person, companyId = cast.companyId): Promise<void> {
  await database.asOwner("INSERT INTO chat_blocks (company_id, blocker_id, blocked_id) VALUES ($1, $2, $3)", [
    companyId,
    idOf(blocker),
    idOf(blocked),
  ]);
}

describe.each([
  [open, true],
  [add, true],
  [watch, true],
  [block, true],
  [unblock, false],
] as const)("%s", (sql, taken) => {
  it(`takes another member: ${taken}; never oneself, nobody, or somebody of another company alone`, async () => {
    expect(await ask("admin", sql, idOf("outsider"))).toBe(taken);
    for (const memberId of [elsewhere, crypto.randomUUID()])
      expect(await ask("admin", sql, memberId)).toBe(false);
    if (sql !== watch) expect(await ask("admin", sql, idOf("admin"))).toBe(false);
  });

  it("answers nobody who may not be here", async () => {
    for (const person of ["suspended", "expired"] as const)
      expect(await ask(person, sql, idOf("outsider")), person).toBe(false);
  });
});

it.each(["SUSPENDED", "INVITED"])(
  "who is %s is begun with by nobody, and brought into no group",
  async (status) => {
    const stand = (now: string) =>
      database.asOwner('UPDATE members SET status = $3::"MemberStatus" WHERE company_id = $1 AND id = $2', [
        cast.companyId,
        idOf("outsider"),
        now,
      ]);
    await stand(status);
    expect([await ask("admin", open, idOf("outsider")), await ask("admin", add, idOf("outsider"))]).toEqual([
      false,
      false,
    ]);
    await stand("ACTIVE");
  },
);

describe("a block", () => {
  it.each([
    ["admin", "outsider"],
    ["outsider", "admin"],
  ] as const)("of %s against %s parts the two, and no others", async (blocker, blocked) => {
    await blockBetween(blocker, blocked);
    for (const sql of [open, add, watch]) {
      expect(await ask("admin", sql, idOf("outsider")), sql).toBe(false);
      expect(await ask("member", sql, idOf("outsider")), sql).toBe(true);
    }
    for (const sql of [open, watch]) expect(await ask("admin", sql, idOf("member")), sql).toBe(true);
  });

  it("in another company parts nobody here", async () => {
    await blockBetween("admin", "outsider", cast.otherCompanyId);
    for (const sql of [open, add, watch]) expect(await ask("admin", sql, idOf("outsider")), sql).toBe(true);
  });

  it("is taken back by who made it alone, in its company alone", async () => {
    await blockBetween("admin", "outsider");
    const who = [];
    for (const person of persons) if (await ask(person, unblock, idOf("outsider"))) who.push(person);
    expect(who).toEqual(["admin"]);
    expect(await ask("outsider", unblock, idOf("admin"))).toBe(false);
    expect(await ask("admin", unblock, idOf("member"))).toBe(false);
  });
});

describe("a group", () => {
  it("takes those who are not in it, and those who left; nobody twice, nor who declined or is barred", async () => {
    const taken = [];
    for (const person of persons) if (await ask("member", add, idOf(person))) taken.push(person);
    expect(taken).toEqual(["left", "outsider"]);
  });
});

describe("who is seen to come and go without a common conversation", () => {
  it.each([
    ["came on their last day", "2015-03-31", null, true],
    ["came the day after", "2015-04-01", null, false],
    ["left on their first day", "2000-04-01", "2010-04-01", true],
    ["left the day before", "2000-04-01", "2010-03-31", false],
  ])("one who %s", async (_, joined, left, seen) => {
    await work(joined, left);
    // Both ways: neither is named first.
    expect(await ask("declined", watch, idOf("outsider"))).toBe(seen);
    expect(await ask("outsider", watch, idOf("declined"))).toBe(seen);
  });
});

describe("strangers who share a conversation", () => {
  beforeEach(async () => {
    await work("2020-04-01", null);
    // One of two: in the other company a group.
    await addThreadOf(database.asOwner, cast, "DIRECT");
  });
  const bring = (state: string, thread = group) =>
    database.asOwner(
      `INSERT INTO chat_participants (company_id, thread_id, member_id, state) VALUES ($1, $2, $3, $4::"ParticipantState")`,
      [cast.companyId, thread, idOf("outsider"), state],
    );

  it.each(["ACTIVE", "ASKED", "DECLINED", "BARRED", "LEFT"])(
    "see each other while both are in it: one is %s",
    async (state) => {
      await bring(state);
      const seeing = [];
      for (const person of persons) {
        if (person === "outsider" || person === "namesake") continue;
        if (await ask("outsider", watch, idOf(person))) seeing.push(person);
      }
      expect(seeing).toEqual(state === "ACTIVE" ? ["admin", "member", "suspended", "expired"] : []);
      expect(await ask("admin", watch, idOf("outsider"))).toBe(state === "ACTIVE");
      expect(await ask("asked", watch, idOf("outsider"))).toBe(false);
    },
  );

  it("are not together by what they say that they held: the years that HR recorded count alone", async () => {
    await work("2016-04-01", null);
    const held = [{ department: "染付係", title: null, from: "2010-04", until: null }];
    await database.asOwner("UPDATE profiles SET positions = $2 WHERE company_id = $1", [
      cast.companyId,
      JSON.stringify(held),
    ]);
    expect(await ask("asked", watch, idOf("outsider"))).toBe(false);
    await work("2014-04-01", null);
    expect(await ask("asked", watch, idOf("outsider"))).toBe(true);
  });

  it("need no consent once both are in a group, in this company", async () => {
    const standing = async () => {
      await addToGroup(cast.admin, group, [idOf("outsider")]);
      const { participants } = await findThread(cast.admin, group);
      return participants.find(({ person }) => person.memberId === idOf("outsider"))?.state;
    };
    expect(await standing()).toBe("ASKED");
    await database.asOwner("DELETE FROM chat_participants WHERE company_id = $1 AND member_id = $2", [
      cast.companyId,
      idOf("outsider"),
    ]);
    const { id: direct } = await addThreadOf(database.asOwner, cast, "DIRECT");
    await bring("ACTIVE", direct);
    expect(await standing()).toBe("ASKED");
    await database.asOwner(
      "DELETE FROM chat_participants WHERE company_id = $1 AND thread_id = $2 AND member_id = $3",
      [cast.companyId, group, idOf("outsider")],
    );
    await bring("ACTIVE", (await addThreadOf(database.asOwner, cast, "GROUP")).id);
    expect(await standing()).toBe("ACTIVE");
  });
});
