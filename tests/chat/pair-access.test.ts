import { beforeEach, describe, expect, it } from "vitest";
import { withViewer } from "#lib/auth/scopes.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { changedRows } from "./changed-rows.ts";
import { addCast, addThreadOf, type Cast, type Person } from "./persons.ts";

// What the functions write that part two people, or bring them together: these rows, and no others of anybody.
const database = openTestDatabase();
let cast: Cast;
/** Of the admin and the member. */
let pair: string;
let threads: Record<string, string>;
let count = 0;

beforeEach(async () => {
  cast = await addCast(database.asOwner, `persons${count++}`);
  pair = await addPair();
  const [group, direct] = [
    await addThreadOf(database.asOwner, cast, "GROUP"),
    await addThreadOf(database.asOwner, cast, "DIRECT"),
  ];
  threads = { pair, group: group.id, direct: direct.id };
});

/** A conversation of the admin and the member, in both companies under the same id. */
async function addPair(): Promise<string> {
  const id = crypto.randomUUID();
  const both = [cast.admin.memberId, cast.member.memberId];
  for (const companyId of [cast.companyId, cast.otherCompanyId]) {
    await database.asOwner(
      "INSERT INTO chat_threads (company_id, id, kind, direct_key, last_number, revision) VALUES ($1, $2, 'DIRECT', $3, 1, 1)",
      [companyId, id, both.toSorted().join(":")],
    );
    for (const table of ["chat_participants", "chat_places"])
      await database.asOwner(
        `INSERT INTO ${table} (company_id, thread_id, member_id) SELECT $1, $2, unnest($3::uuid[])`,
        [companyId, id, both],
      );
  }
  return id;
}

/** `everywhere`: in all other conversations as well, also of the other company. */
function stand(person: Person, state: string, { everywhere = false } = {}) {
  return database.asOwner(
    `UPDATE chat_participants SET state = $4::"ParticipantState"
      WHERE member_id = $3 AND (company_id = $1 AND thread_id = $2 OR $5)`,
    [cast.companyId, pair, cast[person].memberId, state, everywhere],
  );
}

async function stateOf(person: Person): Promise<unknown> {
  const [row] = await database.asOwner<{ state: string }>(
    "SELECT state FROM chat_participants WHERE company_id = $1 AND thread_id = $2 AND member_id = $3",
    [cast.companyId, pair, cast[person].memberId],
  );
  return row?.state;
}

const changedBy = (person: Person, sql: string) =>
  changedRows(database.asOwner, cast, threads, () =>
    withViewer(cast[person], (tx) => tx.$executeRawUnsafe(`SELECT ${sql}`)),
  );
const member = (person: Person) => `'${cast[person].memberId}'::uuid`;

describe("a block", () => {
  const block = () => changedBy("admin", `block_member(${member("member")})`);
  const unblock = () => changedBy("admin", `unblock_member(${member("member")})`);

  it("ends the other's part in the conversation of the two, and gives it back as it was", async () => {
    await stand("member", "DECLINED");
    expect(await block()).toEqual(["blocks admin member", "participants pair member"]);
    expect(await stateOf("member")).toBe("BARRED");
    expect(await block()).toEqual([]);
    expect(await unblock()).toEqual(["blocks admin member", "participants pair member"]);
    expect(await stateOf("member")).toBe("DECLINED");
    expect(await unblock()).toEqual([]);
  });

  it("of another, or of somebody in another conversation, stays when one is taken back", async () => {
    await block();
    await changedBy("member", `block_member(${member("admin")})`);
    await stand("member", "BARRED", { everywhere: true });
    expect(await unblock()).toEqual(["blocks admin member", "participants pair member"]);
    expect([await stateOf("admin"), await stateOf("member")]).toEqual(["BARRED", "ACTIVE"]);
  });

  it("declines what the other asks of one, and leaves alone what is no part of a block", async () => {
    await stand("admin", "ASKED");
    expect(await block()).toEqual([
      "blocks admin member",
      "participants pair admin",
      "participants pair member",
    ]);
    expect(await stateOf("admin")).toBe("DECLINED");
    await stand("member", "LEFT");
    expect(await unblock()).toEqual(["blocks admin member"]);
  });
});

describe("a conversation of two that is there", () => {
  const open = () => changedBy("admin", `open_direct_thread(${member("member")}, gen_random_uuid())`);

  it("is opened as it is; who had declined finds it again", async () => {
    expect(await open()).toEqual([]);
    await stand("member", "DECLINED");
    await stand("admin", "ASKED");
    expect(await open()).toEqual([]);
    await stand("admin", "DECLINED", { everywhere: true });
    expect(await open()).toEqual(["participants pair admin"]);
    expect(await stateOf("admin")).toBe("ASKED");
  });

  it("before its first line takes its opener's consent and gives nobody else's", async () => {
    await database.asOwner("UPDATE chat_threads SET last_number = 0 WHERE id = $1", [pair]);
    await database.asOwner(
      "UPDATE profiles SET joined_on = '2020-04-01', left_on = NULL WHERE member_id = $1",
      [cast.admin.memberId],
    );
    await database.asOwner("UPDATE profiles SET left_on = '2015-03-31' WHERE member_id = $1", [
      cast.member.memberId,
    ]);
    await database.asOwner("DELETE FROM chat_threads WHERE id = ANY ($1)", [[threads.group, threads.direct]]);
    await stand("admin", "ASKED");
    await stand("member", "ASKED");
    expect(await open()).toEqual(["participants pair admin"]);
    expect([await stateOf("admin"), await stateOf("member")]).toEqual(["ACTIVE", "ASKED"]);
  });
});
