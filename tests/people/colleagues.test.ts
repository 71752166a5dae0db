import { beforeAll, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { findMutualColleagues } from "#lib/people/colleagues.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { saveVisibility } from "#lib/people/own-profile.ts";
import { findPerson } from "#lib/people/people.ts";
import { sqlRow } from "#lib/sql.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;
let chinatsu: Viewer;

const lab = "染料研究室";

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  kosaku = await viewerOf(database, "kosaku", "aoba");
  chinatsu = await viewerOf(database, "chinatsu", "aoba");
  await database.asOwner("DELETE FROM chat_blocks");
});

beforeEach(async () => {
  await career(sakura.memberId, "2010-04-01");
  await career(kosaku.memberId, "2000-04-01", "2008-03-31");
  await career(chinatsu.memberId, "2006-04-01", "2012-03-31");
});

/** What HR recorded of somebody, in one department. */
async function career(memberId: string, joinedOn: string, leftOn: string | null = null, department = lab) {
  await database.asOwner(
    "UPDATE profiles SET department = $2, joined_on = $3, left_on = $4 WHERE member_id = $1",
    [memberId, department, joinedOn, leftOn],
  );
  const facets = [`department:${department}`, `joined:${joinedOn.slice(0, 4)}`];
  if (leftOn) facets.push(`left:${leftOn.slice(0, 4)}`);
  await database.asOwner("UPDATE search_docs SET facets = $2 WHERE member_id = $1", [memberId, facets]);
}

const between = async (viewer: Viewer, other: Viewer) =>
  (await findMutualColleagues(viewer, other.memberId)).people.map(({ memberId }) => memberId);

it("are those who were in the department with the one and with the other, though these two never met", async () => {
  expect(await findMutualColleagues(sakura, kosaku.memberId)).toMatchObject({
    people: [{ memberId: chinatsu.memberId, displayName: "高橋 千夏" }],
    total: 1,
    atLeast: false,
  });
  expect(await between(kosaku, sakura)).toEqual([chinatsu.memberId]);
});

it("nobody of another department, of another time, nor one of the two", async () => {
  await career(chinatsu.memberId, "2006-04-01", "2012-03-31", "経理部");
  expect(await between(sakura, kosaku)).toEqual([]);
  await career(chinatsu.memberId, "2008-04-01", "2012-03-31");
  expect(await between(sakura, kosaku)).toEqual([]);
  await career(chinatsu.memberId, "2008-03-31", "2010-04-01");
  expect(await between(sakura, kosaku)).toEqual([chinatsu.memberId]);
  expect(await between(sakura, sakura)).toEqual([]);
});

it("nobody where one of the three hides their years or their department, but for HR", async () => {
  const yuki = await viewerOf(database, "yuki", "aoba");
  await career(yuki.memberId, "2010-04-01");
  for (const who of [chinatsu, kosaku]) {
    await saveVisibility(who, { audiences: { tenure: "NOBODY" } });
    expect(await between(sakura, kosaku)).toEqual([]);
    expect(await between(yuki, kosaku)).toContain(chinatsu.memberId);
    await saveVisibility(who, { audiences: { tenure: "EVERYONE", department: "ALUMNI" } });
    expect(await between(sakura, kosaku)).toEqual([]);
    await saveVisibility(who, { audiences: { department: "EVERYONE" } });
  }
  await career(yuki.memberId, "2010-04-01", null, "人事部");
});

it("nobody whom a block parts from the reader, or whom the directory does not list, though the reader talks with them", async () => {
  await blockMember(chinatsu, sakura.memberId);
  expect(await between(sakura, kosaku)).toEqual([]);
  await unblockMember(chinatsu, sakura.memberId);
  await saveVisibility(chinatsu, { unlisted: true });
  expect(await between(sakura, kosaku)).toEqual([]);
  await saveVisibility(chinatsu, { unlisted: false });
  await database.asOwner("UPDATE members SET status = 'SUSPENDED' WHERE id = $1", [chinatsu.memberId]);
  expect(await between(sakura, kosaku)).toEqual([]);
  await database.asOwner("UPDATE members SET status = 'ACTIVE' WHERE id = $1", [chinatsu.memberId]);
});

it("nobody for an id that is none, or another company's", async () => {
  expect((await findMutualColleagues(sakura, "x")).total).toBe(0);
  expect((await findMutualColleagues(sakura, await memberIdOf(database, "hannah", "larkfield"))).total).toBe(
    0,
  );
});

it("at most six of them, those who were there longest first, and how many there are", async () => {
  const { people } = await listDirectory(sakura, directoryQuerySchema.parse({ kind: "ALUMNUS" }));
  const others = people
    .filter(({ memberId }) => ![kosaku.memberId, chinatsu.memberId].includes(memberId))
    .slice(0, 9);
  for (const [index, { memberId }] of others.entries())
    await career(memberId, `${1990 + index}-04-01`, "2012-03-31");
  const found = await findMutualColleagues(sakura, kosaku.memberId);
  expect(found.people.map(({ memberId }) => memberId)).toEqual(
    others.slice(0, 6).map(({ memberId }) => memberId),
  );
  expect(found).toMatchObject({ total: 10, atLeast: false });
});

it("of a large department those who came first, and were not gone before both were there", async () => {
  const { people } = await listDirectory(sakura, directoryQuerySchema.parse({ kind: "ALUMNUS" }));
  const others = people
    .map(({ memberId }) => memberId)
    .filter((id) => ![kosaku.memberId, chinatsu.memberId].includes(id))
    .slice(0, 6);
  const large = "製図室";
  await career(sakura.memberId, "2010-04-01", null, large);
  await career(kosaku.memberId, "2000-04-01", "2008-03-31", large);
  for (const [index, id] of others.entries())
    await career(id, `${2005 - index}-04-01`, index === 5 ? "2009-03-31" : "2012-03-31", large);
  // The sixth came before all others, and left before the reader came.
  expect(await lookingAt(3)).toEqual({ total: 3, atLeast: true, ids: [others[4], others[3]] });
  expect(await lookingAt(500)).toEqual({ total: 5, atLeast: false, ids: [others[4], others[3]] });
});

it("of a large department in which one of the two was late, those who were there then", async () => {
  const large = "製図室";
  await career(sakura.memberId, "1995-04-01", null, large);
  await career(kosaku.memberId, "1996-04-01", null, "経理部");
  const held = [{ department: large, title: null, from: "2015-01", until: "2020-12" }];
  await database.asOwner("UPDATE profiles SET positions = $2 WHERE member_id = $1", [
    kosaku.memberId,
    JSON.stringify(held),
  ]);
  const others = (await bySeat()).slice(0, 5);
  for (const [index, id] of others.entries())
    await career(id, index < 3 ? "1990-04-01" : "2005-04-01", index < 3 ? "2000-03-31" : null, large);
  const found = await lookingAt(3);
  await database.asOwner("UPDATE profiles SET positions = '[]' WHERE member_id = $1", [kosaku.memberId]);
  expect(found.total).toBe(2);
  expect(found.ids.toSorted()).toEqual(others.slice(3).toSorted());
});

it("of a large department nobody of an earlier year stays out for one of a later", async () => {
  const large = "試作室";
  await career(sakura.memberId, "2010-04-01", null, large);
  await career(kosaku.memberId, "2000-04-01", "2008-03-31", large);
  const others = (await bySeat()).slice(0, 4);
  // Who joined the network first came here last.
  for (const [index, id] of others.entries())
    await career(id, index < 2 ? "2004-04-01" : "2003-04-01", null, large);
  const { ids } = await lookingAt(3);
  expect(ids.toSorted()).toEqual(others.slice(2).toSorted());
});

/** The two who were there longest, where so many are looked at. */
function lookingAt(most: number) {
  const answer = z.object({ total: z.int(), atLeast: z.boolean(), ids: z.array(z.uuid()) });
  return readAs(
    sakura,
    (tx) =>
      sqlRow(tx, answer)`SELECT * FROM mutual_colleagues(${kosaku.memberId}::uuid, 2, 100, ${most}::int)`,
  );
}

/** Others of the company, in the order of their seats. */
async function bySeat(): Promise<string[]> {
  const rows = await database.asOwner<{ id: string }>(
    `SELECT member_id AS id FROM search_docs WHERE company_id = $1 AND viewer_kind = 'EMPLOYEE' AND kind = 'ALUMNUS' AND NOT unlisted
        AND member_id <> ALL ($2) ORDER BY seat`,
    [sakura.companyId, [kosaku.memberId, chinatsu.memberId]],
  );
  return rows.map(({ id }) => id);
}

it("the reader's own years stand beside those of another, and not on their own page", async () => {
  expect((await findPerson(sakura, kosaku.memberId)).beside).toEqual({
    department: lab,
    joinedOn: "2010-04-01",
    leftOn: null,
    positions: [{ department: "品質保証部", title: null, from: "2016-04", until: "2018-03" }],
  });
  expect((await findPerson(sakura, sakura.memberId)).beside).toBeNull();
});
