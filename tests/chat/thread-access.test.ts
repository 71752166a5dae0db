import { beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase } from "#tests/support/database.ts";
import { addCast, addThreadOf, type Cast, type Person, persons } from "./persons.ts";

// The functions that look further than their caller may, each asked by everybody: only those named are answered.
const database = openTestDatabase();
let cast: Cast;
let group: string;
let token: string;
let direct: string;

beforeAll(async () => {
  cast = await addCast(database.asOwner, "persons");
  ({ id: group, token } = await addThreadOf(database.asOwner, cast, "GROUP"));
  direct = (await addThreadOf(database.asOwner, cast, "DIRECT")).id;
  await addGroupOfTheOthers();
});

/** One in which everybody but the admin is what they are in the other company's conversations. */
async function addGroupOfTheOthers(): Promise<void> {
  const id = crypto.randomUUID();
  await database.asOwner("INSERT INTO chat_threads (company_id, id, kind) VALUES ($1, $2, 'GROUP')", [
    cast.companyId,
    id,
  ]);
  const copies = [
    "chat_participants (company_id, thread_id, member_id, state, role) SELECT $1, $2, member_id, state, role FROM chat_participants",
    "chat_places (company_id, thread_id, member_id) SELECT $1, $2, member_id FROM chat_places",
    `chat_messages (company_id, thread_id, number, revision, id, author_id, client_id, text)
      SELECT $1, $2, number, revision, gen_random_uuid(), author_id, client_id, text FROM chat_messages`,
  ];
  for (const copy of copies)
    await database.asOwner(`INSERT INTO ${copy} WHERE company_id = $3 AND thread_id = $4`, [
      cast.companyId,
      id,
      cast.otherCompanyId,
      group,
    ]);
}

/** Who gets true; `$1` is the conversation, `$2` the token of its link, `$3` another member of it. */
async function whoGets(sql: string, thread: string, other: Person = "member"): Promise<Person[]> {
  const who: Person[] = [];
  for (const person of persons) {
    const [row] = await database.asViewer<{ answer: unknown }>(
      cast[person],
      `SELECT ${sql} AS answer FROM (SELECT $1::uuid, $2::text, $3::uuid) asked`,
      [thread, token, cast[other].memberId],
    );
    if (row?.answer === true) who.push(person);
  }
  return who;
}

const inside: Person[] = ["admin", "member"];
const here: Person[] = ["admin", "member", "asked", "declined", "barred", "left", "outsider"];
const canRead: [string, "group" | "direct", Person[]][] = [
  ["belongs($1)", "group", inside],
  ["participates($1)", "group", inside],
  ["participates($1)", "direct", [...inside, "asked"]],
  ["EXISTS (SELECT FROM readable_threads() id WHERE id = $1)", "group", inside],
  ["EXISTS (SELECT FROM readable_threads() id WHERE id = $1)", "direct", [...inside, "asked"]],
  ["EXISTS (SELECT FROM list_shared_marks($1))", "group", inside],
  ["EXISTS (SELECT FROM list_shared_marks($1) WHERE member_id = app_member_id())", "group", []],
  ["count_members($1) > 0", "group", [...inside, "asked"]],
  ["count_members($1) <> 4 AND count_members($1) > 0", "group", []],
  ["EXISTS (SELECT FROM peek_group($2) WHERE id = $1)", "group", here],
  ["EXISTS (SELECT FROM peek_group('another') WHERE id = $1)", "group", []],
  ["(SELECT inside FROM peek_group($2))", "group", inside],
  ["(SELECT members <> 4 FROM peek_group($2))", "group", []],
  ["EXISTS (SELECT FROM own_places() WHERE id = $1 AND unread > 0)", "group", inside],
  ["EXISTS (SELECT FROM own_places() WHERE id = $1 AND unread > 0)", "direct", inside],
];
const canChange: [string, "group" | "direct", Person[]][] = [
  ["touch_message($1, 1) IS NOT NULL", "group", inside],
  ["touch_message($1, 3) IS NOT NULL", "group", []],
  ["administers($1)", "group", ["admin"]],
  ["administers($1)", "direct", []],
  ["add_to_group($1, ARRAY[]::uuid[]) IS NOT NULL", "group", inside],
  ["add_to_group($1, ARRAY[]::uuid[]) IS NOT NULL", "direct", []],
  ["leave_group($1, app_member_id())", "group", [...inside, "asked", "declined"]],
  ["leave_group($1, app_member_id())", "direct", []],
  ["leave_group($1, $3)", "group", inside],
  ["set_group_role($1, $3, 'ADMIN')", "group", ["admin"]],
  ["set_group_role($1, $3, 'ADMIN')", "direct", []],
  ["set_group_role($1, app_member_id(), 'MEMBER')", "group", []],
  ["answer_chat_request($1, true)", "group", ["asked"]],
  ["answer_chat_request($1, false)", "direct", ["asked"]],
  ["(SELECT id = $1 FROM join_group($2))", "group", here],
  ["(SELECT id = $1 FROM join_group('another'))", "group", []],
  ["(SELECT news FROM join_group($2))", "group", here.filter((person) => !inside.includes(person))],
  ["start_group(gen_random_uuid(), 'new', ARRAY[]::uuid[]) IS NOT NULL", "group", [...here, "namesake"]],
];

describe.each([...canRead, ...canChange])("%s, of a %s", (sql, kind, who) => {
  it(`is for ${who.join(", ") || "nobody"}`, async () => {
    expect(await whoGets(sql, kind === "group" ? group : direct)).toEqual(who);
  });
});

it.each([
  ["asked", ["admin", "asked"]],
  ["declined", ["admin", "declined"]],
  ["left", []],
  ["outsider", []],
] as const)("who is %s is taken out of a group by %j", async (other, who) => {
  expect(await whoGets("leave_group($1, $3)", group, other)).toEqual(who);
});

it.each(["asked", "declined", "barred", "left", "outsider"] as const)(
  "who is %s is made an admin by nobody",
  async (other) => {
    expect(await whoGets("set_group_role($1, $3, 'ADMIN')", group, other)).toEqual([]);
  },
);

describe("read marks", () => {
  const share = (person: Person, on: boolean) =>
    database.asOwner(
      `INSERT INTO chat_preferences (company_id, member_id, share_reads) VALUES ($1, $2, $3)
        ON CONFLICT (company_id, member_id) DO UPDATE SET share_reads = $3`,
      [cast.companyId, cast[person].memberId, on],
    );
  const marksOf = (other: Person) =>
    whoGets("EXISTS (SELECT FROM list_shared_marks($1) WHERE member_id = $3)", group, other);

  it("are of those who belong to it", async () => {
    expect(await marksOf("member")).toEqual(["admin"]);
    for (const other of ["asked", "declined", "barred", "outsider"] as const)
      expect(await marksOf(other), other).toEqual([]);
  });

  it("are shown by who shares them to who shares their own", async () => {
    for (const person of ["admin", "member"] as const) {
      await share(person, false);
      expect(await marksOf("member")).toEqual([]);
      await share(person, true);
      expect(await marksOf("member")).toEqual(["admin"]);
    }
  });

  it("are nobody's in a group of more than fifty", async () => {
    const { id } = await addThreadOf(database.asOwner, cast, "GROUP");
    const add = (count: number) =>
      database.asOwner(
        `WITH crowd AS (SELECT gen_random_uuid() AS id FROM generate_series(1, $3)),
          accounts AS (INSERT INTO users (id, email) SELECT id, id || '@example.com' FROM crowd),
          people AS (INSERT INTO members (company_id, id, user_id, kind) SELECT $1, id, id, 'ALUMNUS' FROM crowd)
        INSERT INTO chat_participants (company_id, thread_id, member_id) SELECT $1, $2, id FROM crowd`,
        [cast.companyId, id, count],
      );
    await add(46);
    expect(await whoGets("EXISTS (SELECT FROM list_shared_marks($1))", id)).toEqual(inside);
    await add(1);
    expect(await whoGets("EXISTS (SELECT FROM list_shared_marks($1))", id)).toEqual([]);
  });
});
