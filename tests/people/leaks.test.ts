// The ways by which other systems told what a field hid, one test each for those that there are here.
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { findPeople } from "#lib/chat/people.ts";
import { findThread } from "#lib/chat/threads.ts";
import { type Audience, type ViewerKind, viewerKinds } from "#lib/people/audiences.ts";
import { listChoices, listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { findOwnPageAs, findPerson } from "#lib/people/people.ts";
import { startGroup } from "#tests/chat/callers.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let owner: Viewer;
let alumna: Viewer;
let employee: Viewer;
let hr: Viewer;

beforeAll(async () => {
  owner = await viewerOf(database, "kosaku", "aoba");
  alumna = await viewerOf(database, "chinatsu", "aoba");
  employee = await viewerOf(database, "sakura", "aoba");
  hr = await viewerOf(database, "yuki", "aoba");
  const { sections } = await findOwnProfile(owner);
  const names = { ...sections.names, formerFamilyName: "隠岐島", formerFamilyNameKana: "おきしま" };
  await writeSection(owner, { section: "names", before: sections.names, after: names });
  await writeSection(owner, {
    section: "intro",
    before: sections.intro,
    after: { headline: "琥珀の鑑定", about: null },
  });
});

const hide = (audience: Exclude<Audience, "HR" | "CONTACT">) =>
  saveVisibility(owner, {
    audiences: {
      headline: audience,
      about: audience,
      tenure: audience,
      department: audience,
      formerName: audience,
      area: audience,
      skills: audience,
    },
  });
beforeEach(() => hide("NOBODY"));

const ask = (viewer: Viewer, query: object) => listDirectory(viewer, directoryQuerySchema.parse(query));
/** All whom an answer holds. */
async function leaf(viewer: Viewer, query: object): Promise<string[]> {
  const { people, next } = await ask(viewer, query);
  const ids = people.map(({ memberId }) => memberId);
  return next ? [...ids, ...(await leaf(viewer, { ...query, after: next }))] : ids;
}
const finds = async (viewer: Viewer, q: string) =>
  JSON.stringify(await ask(viewer, { q })).includes(owner.memberId);

describe("what a field hides is not told", () => {
  it("by searching for it", async () => {
    for (const q of ["琥珀", "おきしま", "隠岐島", "琥珀の鑑定 髙橋"]) {
      expect(await finds(alumna, q), q).toBe(false);
      expect(await finds(employee, q), q).toBe(false);
    }
    await hide("EMPLOYEES");
    expect(await finds(alumna, "琥珀")).toBe(false);
    expect(await finds(employee, "琥珀")).toBe(true);
    await hide("ALUMNI");
    expect(await finds(alumna, "琥珀")).toBe(true);
    expect(await finds(employee, "琥珀")).toBe(false);
  });

  it("by a filter", async () => {
    const { sections, recorded } = await findOwnProfile(owner);
    await writeSection(owner, {
      section: "skills",
      before: sections.skills,
      after: { skills: ["琥珀の鑑定"] },
    });
    const shown = [
      { skill: "琥珀の鑑定" },
      { department: recorded.department },
      { joined: recorded.joinedOn.slice(0, 4) },
    ];
    for (const query of shown) {
      await hide("EVERYONE");
      expect((await leaf(alumna, query)).includes(owner.memberId), JSON.stringify(query)).toBe(true);
      await hide("EMPLOYEES");
      expect((await leaf(alumna, query)).includes(owner.memberId), JSON.stringify(query)).toBe(false);
      expect((await leaf(employee, query)).includes(owner.memberId), JSON.stringify(query)).toBe(true);
    }
  });

  it("by the count beside a choice", async () => {
    const { choices } = await listChoices(alumna, directoryQuerySchema.parse({}), "skill", "琥珀");
    expect(choices).toEqual([]);
    await hide("ALUMNI");
    expect(await listChoices(alumna, directoryQuerySchema.parse({}), "skill", "琥珀")).toEqual({
      choices: [{ value: "琥珀の鑑定", people: 1 }],
      atLeast: false,
    });
  });

  it("by a filter that nobody offers", async () => {
    const plain = await ask(alumna, { q: "髙橋" });
    for (const query of [{ headline: "琥珀" }, { "headline[$startsWith]": "琥" }, { status: "SUSPENDED" }])
      expect(await ask(alumna, { q: "髙橋", ...query })).toEqual(plain);
  });

  it("by the order of a list", async () => {
    const before = await ask(alumna, { from: "たかはし" });
    await database.asOwner(
      "UPDATE profiles SET department = 'あ', joined_on = '1950-01-01' WHERE member_id = $1",
      [owner.memberId],
    );
    expect(await ask(alumna, { from: "たかはし", sort: "joinedOn", order: "department" })).toEqual(before);
  });

  it("by type-ahead, nor where somebody is mentioned", async () => {
    expect((await findPeople(employee, "おきしま")).people).toEqual([]);
    const thread = await startGroup(database, null, owner, [employee, alumna]);
    const { participants } = await findThread(employee, thread);
    const person = participants.find(({ person }) => person.memberId === owner.memberId)?.person;
    expect(person).toMatchObject({ displayName: "髙橋 耕作", formerName: null, headline: null });
  });

  it("by the text that a search looks in", async () => {
    const docs = await database.asOwner<{ kind: ViewerKind; doc: string }>(
      "SELECT viewer_kind AS kind, doc FROM search_docs WHERE member_id = $1 ORDER BY viewer_kind",
      [owner.memberId],
    );
    expect(docs.map(({ kind }) => kind)).toEqual(viewerKinds);
    for (const { doc } of docs) expect(doc).not.toContain("琥珀");
    for (const { doc } of docs) expect(doc).not.toContain("おきしま");
    // HR recorded the years.
    expect(docs.filter(({ doc }) => doc.includes("入社")).map(({ kind }) => kind)).toEqual(["HR"]);
  });

  it("by counts", async () => {
    expect(await ask(alumna, { q: "琥珀の鑑定" })).toMatchObject({ total: 0, rows: [] });
    expect((await findPeople(alumna, "琥珀の鑑定")).total).toBe(0);
  });

  it("by who needs no consent to write, or is seen to be here", async () => {
    const watch = (viewer: Viewer) =>
      database.asViewer<{ id: string }>(viewer, "SELECT watchable_members($1::uuid[]) AS id", [
        [owner.memberId],
      ]);
    // Who shares a conversation needs no more than that.
    await database.asOwner("DELETE FROM chat_participants WHERE member_id = $1", [owner.memberId]);
    await database.asOwner(
      "UPDATE profiles SET joined_on = '2000-04-01', left_on = NULL WHERE member_id = ANY ($1)",
      [[owner.memberId, employee.memberId]],
    );
    expect(await watch(employee)).toEqual([]);
    await hide("EVERYONE");
    expect(await watch(employee)).toEqual([{ id: owner.memberId }]);
    // Nor does one's own that is hidden show in what one is told.
    await hide("NOBODY");
    expect(await watch(owner)).toEqual([]);
  });

  it("to those who run the place, but for what they wrote down themselves", async () => {
    const { headline, about, area, skills, department, joinedOn, formerName } = await findPerson(
      hr,
      owner.memberId,
    );
    expect({ headline, about, area, skills }).toEqual({
      headline: null,
      about: null,
      area: null,
      skills: [],
    });
    expect(formerName).toBeNull();
    expect([department, joinedOn]).not.toContain(null);
  });
});

describe("one's own page as others see it", () => {
  it("is what they are shown", async () => {
    for (const audience of ["NOBODY", "ALUMNI", "EMPLOYEES", "EVERYONE"] as const) {
      await hide(audience);
      const viewers: Record<ViewerKind, Viewer> = { ALUMNUS: alumna, EMPLOYEE: employee, HR: hr };
      for (const kind of viewerKinds) {
        const shown = await findPerson(viewers[kind], owner.memberId);
        const { person: own } = await findOwnPageAs(owner, kind);
        expect({ ...own, isViewer: false }, `${audience} ${kind}`).toEqual({
          ...shown,
          beside: null,
          overlap: null,
        });
      }
    }
  });
});
