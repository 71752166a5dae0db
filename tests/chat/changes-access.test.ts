import { beforeEach, describe, expect, it } from "vitest";
import { withViewer } from "#lib/auth/scopes.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { everyCompany, type Scope, withScope } from "#lib/db.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { changedRows } from "./changed-rows.ts";
import { addCast, addThreadOf, type Cast, type Person } from "./persons.ts";

// What the functions write that look further than their caller may: these rows, and no others of anybody.
const database = openTestDatabase();
let cast: Cast;
let group: string;
let token: string;
let threads: Record<string, string>;
let count = 0;

beforeEach(async () => {
  cast = await addCast(database.asOwner, `persons${count++}`);
  ({ id: group, token } = await addThreadOf(database.asOwner, cast, "GROUP"));
  const [another, direct] = [
    await addThreadOf(database.asOwner, cast, "GROUP"),
    await addThreadOf(database.asOwner, cast, "DIRECT"),
  ];
  threads = { group, another: another.id, direct: direct.id };
  await joinAt("asked", "2010-04-01", cast.companyId);
  await joinAt("member", "2011-04-01", cast.companyId);
  await joinAt("expired", "2005-04-01", cast.otherCompanyId);
});

function joinAt(person: Person, day: string, companyId: string) {
  return database.asOwner(
    "UPDATE chat_participants SET joined_at = $3 WHERE company_id = $1 AND member_id = $2",
    [companyId, cast[person].memberId, day],
  );
}

const changes = (work: () => Promise<unknown>) => changedRows(database.asOwner, cast, threads, work);
const changedBy = (person: Person, sql: string) =>
  changes(() => withViewer(cast[person], (tx) => tx.$executeRawUnsafe(`SELECT ${sql}`)));
const uuid = (id: string) => `'${id}'::uuid`;
const member = (person: Person) => uuid(cast[person].memberId);

describe("a group", () => {
  it("is left with one's own part and place", async () => {
    expect(await changedBy("member", `leave_group(${uuid(group)}, ${member("member")})`)).toEqual([
      "participants group member",
      "places group member",
    ]);
  });

  it("has a new link once an admin has taken somebody out", async () => {
    expect(await changedBy("admin", `leave_group(${uuid(group)}, ${member("member")})`)).toEqual([
      "participants group member",
      "places group member",
      "threads group",
    ]);
  });

  it("without a link has none afterwards either", async () => {
    await database.asOwner("UPDATE chat_threads SET join_token = NULL WHERE id = $1", [group]);
    const changed = await changedBy("admin", `leave_group(${uuid(group)}, ${member("member")})`);
    expect(changed).not.toContain("threads group");
  });

  it("is handed by its last admin to the one who belongs to it for longest", async () => {
    expect(await changedBy("admin", `leave_group(${uuid(group)}, ${member("admin")})`)).toEqual([
      "participants group admin",
      "participants group member",
      "places group admin",
    ]);
  });

  it("has its roles changed one by one", async () => {
    expect(await changedBy("admin", `set_group_role(${uuid(group)}, ${member("member")}, 'ADMIN')`)).toEqual([
      "participants group member",
    ]);
  });

  it("is joined, and its invitation answered, for oneself", async () => {
    expect(await changedBy("left", `join_group('${token}')`)).toEqual(["participants group left"]);
    for (const accept of [true, false]) {
      await database.asOwner(
        "UPDATE chat_participants SET state = 'ASKED' WHERE thread_id = $1 AND member_id = $2",
        [group, cast.asked.memberId],
      );
      expect(await changedBy("asked", `answer_chat_request(${uuid(group)}, ${accept})`)).toEqual([
        "participants group asked",
      ]);
    }
  });

  it("takes who left as a member, whatever they were", async () => {
    await database.asOwner(
      "UPDATE chat_participants SET role = 'ADMIN' WHERE thread_id = $1 AND state = 'LEFT'",
      [group],
    );
    expect(await changedBy("member", `add_to_group(${uuid(group)}, ARRAY[${member("left")}])`)).toEqual([
      "participants group left",
    ]);
    const roles = await database.asOwner(
      "SELECT role FROM chat_participants WHERE company_id = $1 AND thread_id = $2 AND member_id = $3",
      [cast.companyId, group, cast.left.memberId],
    );
    expect(roles).toEqual([{ role: "MEMBER" }]);
  });
});

describe("a message", () => {
  it("takes a revision of its conversation", async () => {
    expect(await changedBy("member", `touch_message(${uuid(group)}, 1)`)).toEqual([
      "messages group 1",
      "threads group",
    ]);
  });

  it("moves its author's mark, takes their files, and brings back what was put away, but for who muted it", async () => {
    await database.asOwner(
      "UPDATE chat_places SET archived_at = now(), muted = member_id = ANY ($2) WHERE thread_id = $1",
      [group, [cast.asked.memberId, cast.barred.memberId, cast.left.memberId, cast.declined.memberId]],
    );
    const file = crypto.randomUUID();
    for (const companyId of [cast.companyId, cast.otherCompanyId])
      await database.asOwner(
        `WITH file AS (INSERT INTO files (company_id, id, domain, uploader_id, name, type, size) VALUES ($1, $2, 'CHAT', $3, 'n', 't', 1))
          INSERT INTO chat_files (company_id, file_id, thread_id) VALUES ($1, $2, $4)`,
        [companyId, file, cast.member.memberId, group],
      );
    threads.photo = file;
    const message = { threadId: group, clientId: crypto.randomUUID(), text: "", mentions: [], files: [file] };
    expect(await changes(() => sendMessage(cast.member, message))).toEqual([
      "files group photo",
      "messages group 3",
      "places group admin",
      "places group expired",
      "places group member",
      "places group suspended",
      "threads group",
    ]);
  });
});

describe("a notice", () => {
  const pass = (person: Person, number: number) =>
    changedBy(person, `pass_notice(${uuid(group)}, ${number})`);

  it("is passed by its author, and by those who belong to the conversation and had read all before it", async () => {
    expect(await pass("admin", 2)).toEqual(["places group admin"]);
    await database.asOwner("UPDATE chat_places SET read_number = 1 WHERE member_id <> ALL ($1)", [
      [cast.admin.memberId, cast.suspended.memberId],
    ]);
    expect(await pass("admin", 2)).toEqual(["places group expired", "places group member"]);
    await database.asOwner("UPDATE chat_places SET read_number = 3");
    expect(await pass("admin", 2)).toEqual([]);
  });

  it("is none that another wrote, that is a line, that is elsewhere, or of a conversation that one is not in", async () => {
    await database.asOwner("UPDATE chat_places SET read_number = 1");
    expect(await pass("member", 2)).toEqual([]);
    expect(await pass("namesake", 2)).toEqual([]);
    const notice = "company_id = $1 AND thread_id = $2 AND number = 2";
    await database.asOwner(`UPDATE chat_messages SET kind = 'TEXT' WHERE ${notice}`, [cast.companyId, group]);
    expect(await pass("admin", 2)).toEqual([]);
    await database.asOwner(
      "UPDATE chat_messages SET kind = 'NOTICE', number = number + 10 WHERE company_id = $1 AND thread_id = $2 AND number = 2",
      [cast.companyId, group],
    );
    expect(await pass("admin", 2)).toEqual([]);
    await database.asOwner("UPDATE chat_places SET read_number = 11");
    await database.asOwner("UPDATE chat_participants SET state = 'LEFT' WHERE member_id = $1", [
      cast.admin.memberId,
    ]);
    expect(await pass("admin", 12)).toEqual([]);
  });
});

it("how far conversations have come is told of those that are named, with their company, to our own processes", async () => {
  const beyond = (companyId: string, revision: number, scope: Scope = everyCompany) =>
    withScope(
      scope,
      (tx) => tx.$queryRaw`
        SELECT company_id, revision FROM threads_beyond(ARRAY[${companyId}::uuid], ARRAY[${group}::uuid], ARRAY[${revision}::int])`,
    );
  expect(await beyond(cast.companyId, 1)).toEqual([{ company_id: cast.companyId, revision: 2 }]);
  expect(await beyond(cast.companyId, 2)).toEqual([]);
  expect(await beyond(cast.otherCompanyId, 2)).toEqual([{ company_id: cast.otherCompanyId, revision: 3 }]);
  expect(await beyond(crypto.randomUUID(), 0)).toEqual([]);
  await expect(beyond(cast.companyId, 1, {})).rejects.toThrow("only a process");
});
