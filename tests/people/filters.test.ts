// Filters, choices and sorts of the directory, beside the same worked out from what the viewer sees of each person.
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { dayOrNull } from "#lib/people/days.ts";
import { listChoices, listDirectory } from "#lib/people/directory.ts";
import { type DirectoryQuery, dimensions, directoryQuerySchema } from "#lib/people/directory-query.ts";
import { facetLines, facetsOf } from "#lib/people/facets.ts";
import { overlapOf } from "#lib/people/overlap.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { prefectureOf } from "#lib/people/prefectures.ts";
import { findableProfiles, findOwnCareer, profileRow } from "#lib/people/visible.ts";
import { sqlRows } from "#lib/sql.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let alumna: Viewer;
let employee: Viewer;
let hr: Viewer;
let owner: Viewer;

beforeAll(async () => {
  alumna = await viewerOf(database, "chinatsu", "aoba");
  employee = await viewerOf(database, "sakura", "aoba");
  hr = await viewerOf(database, "yuki", "aoba");
  owner = await viewerOf(database, "kosaku", "aoba");
});

const ask = (viewer: Viewer, query: object) => listDirectory(viewer, directoryQuerySchema.parse(query));

const seenRow = profileRow.extend({ memberId: z.uuid(), listed: z.enum(["ALUMNUS", "EMPLOYEE"]) });
type Seen = z.output<typeof seenRow> & { facets: string[]; overlaps: boolean };

/** All whom the directory lists for somebody, as they see them, in its order. */
async function everybody(viewer: Viewer): Promise<Seen[]> {
  const [rows, own] = await readAs(viewer, (tx) =>
    Promise.all([
      sqlRows(
        tx,
        seenRow,
      )`SELECT * FROM ${findableProfiles} WHERE listed IS NOT NULL ORDER BY sort_key, member_id`,
      findOwnCareer(tx),
    ]),
  );
  return rows.map((row) => {
    const days = { joinedOn: dayOrNull(row.joinedOn), leftOn: dayOrNull(row.leftOn) };
    return {
      ...row,
      facets: facetsOf({ ...row, ...days }),
      overlaps: row.memberId !== viewer.memberId && !!overlapOf(own, { ...row, ...days }),
    };
  });
}

function matches({ listed, facets, overlaps }: Seen, query: DirectoryQuery): boolean {
  return (
    (!query.kind || listed === query.kind) &&
    (query.with !== "me" || overlaps) &&
    facetLines(query).every((line) => line.split("\n").some((facet) => facets.includes(facet)))
  );
}

/** All pages of an answer, one after the other. */
async function leaf(viewer: Viewer, query: object): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = "";
  while (after !== null) {
    const page = await ask(viewer, { ...query, ...(after && { after }) });
    ids.push(...page.people.map(({ memberId }) => memberId));
    after = page.next;
  }
  return ids;
}

const year = fc.integer({ min: 1985, max: 2026 });
const range = fc.tuple(year, year).map((years) => years.join("-"));
const rarely = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });

/** Up to a few things asked at once, of which most are somebody's. */
function questionOf(people: Seen[]) {
  const valuesOf = (dimension: string) => {
    const facets = people.flatMap(({ facets }) =>
      facets.filter((facet) => facet.startsWith(`${dimension}:`)),
    );
    return fc.uniqueArray(
      fc.constantFrom(...facets.map((facet) => facet.slice(dimension.length + 1)), "無い"),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
  };
  const asked = fc.record({
    kind: rarely(fc.constantFrom("ALUMNUS", "EMPLOYEE")),
    department: rarely(valuesOf("department")),
    joined: rarely(range),
    left: rarely(range),
    area: rarely(valuesOf("area")),
    open: rarely(valuesOf("open")),
    skill: rarely(valuesOf("skill")),
    employer: rarely(valuesOf("employer")),
    with: rarely(fc.constant("me")),
  });
  return asked.map(
    (question): Record<string, unknown> =>
      Object.fromEntries(
        Object.entries(question)
          .filter(([, value]) => value !== undefined)
          .slice(0, 3),
      ),
  );
}

it("answers each question with those of whom one sees that they match, in order, and counts them", async () => {
  let answered = 0;
  for (const viewer of [alumna, employee, hr]) {
    const people = await everybody(viewer);
    await fc.assert(
      fc.asyncProperty(questionOf(people), async (asked) => {
        const query = directoryQuerySchema.parse(asked);
        const expected = people.filter((person) => matches(person, query)).map(({ memberId }) => memberId);
        expect(await leaf(viewer, asked)).toEqual(expected);
        expect((await ask(viewer, asked)).total).toBe(expected.length);
        answered += expected.length > 0 ? 1 : 0;
      }),
      { numRuns: 25 },
    );
  }
  expect(answered).toBeGreaterThan(10);
});

it("counts each choice under what else is chosen, the most first", async () => {
  let counted = 0;
  for (const viewer of [alumna, hr]) {
    const people = await everybody(viewer);
    await fc.assert(
      fc.asyncProperty(questionOf(people), fc.constantFrom(...dimensions), async (asked, dimension) => {
        const query = directoryQuerySchema.parse(asked);
        const others = people.filter((person) => matches(person, { ...query, [dimension]: undefined }));
        const counts = new Map<string, number>();
        for (const value of others.flatMap(({ facets }) => facets))
          if (value.startsWith(`${dimension}:`)) counts.set(value, (counts.get(value) ?? 0) + 1);
        const { choices, atLeast } = await listChoices(viewer, query, dimension, "");
        expect(atLeast).toBe(false);
        expect(choices.length).toBe(Math.min(counts.size, 50));
        for (const { value, people } of choices)
          expect(people, value).toBe(counts.get(`${dimension}:${value}`));
        const numbers = choices.map(({ people }) => people);
        expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
        counted += choices.length > 0 ? 1 : 0;
      }),
      { numRuns: 20 },
    );
  }
  expect(counted).toBeGreaterThan(10);
});

it("counts the choices under many as under few", async () => {
  let counted = 0;
  const asked = questionOf(await everybody(hr)).filter((question) => question.with === undefined);
  await fc.assert(
    fc.asyncProperty(asked, fc.constantFrom(...dimensions), async (question, dimension) => {
      const { kind = null, ...query } = directoryQuerySchema.parse(question);
      const choices = async (maxHits: number) =>
        database.asViewer(hr, "SELECT * FROM facet_choices($1, '', 50, $2, '{}', '{}', $3, $4, false)", [
          dimension,
          maxHits,
          kind,
          facetLines({ ...query, [dimension]: undefined }),
        ]);
      const few = await choices(5000);
      counted += few.length;
      expect(await choices(0)).toEqual(few);
    }),
    { numRuns: 25 },
  );
  expect(counted).toBeGreaterThan(25);
});

it("offers the choices that hold what was typed, in any case, whether they are counted or kept", async () => {
  const typed = async (query: object) =>
    (await listChoices(employee, directoryQuerySchema.parse(query), "department", "開発")).choices;
  for (const query of [{}, { joined: "1985-2026" }]) {
    const choices = await typed(query);
    expect(choices.length).toBeGreaterThan(0);
    for (const { value } of choices) expect(value).toContain("開発");
  }
  expect(
    (await listChoices(employee, directoryQuerySchema.parse({}), "open", "mentor")).choices,
  ).toMatchObject([{ value: "MENTORING" }]);
});

/** A page as SQL answers it where a search goes through no more than so many. */
async function page(viewer: Viewer, query: object, maxHits: number, after: [string, string] | null = null) {
  const { kind = null, with: together, sort, ...rest } = directoryQuerySchema.parse(query);
  const [row] = await database.asViewer(
    viewer,
    "SELECT * FROM directory_page('{}', '{}', $1::\"MemberKind\", $2::text[], $3::boolean, $4, $5, $6::uuid, 40, $7)",
    [
      kind,
      facetLines({ kind: undefined, sort, ...rest }),
      together === "me",
      sort,
      ...(after ?? [null, null]),
      maxHits,
    ],
  );
  return z
    .object({ total: z.int().nullable(), ids: z.array(z.uuid()), keys: z.array(z.string()) })
    .parse(row);
}

it("finds the same where more match than a search goes through, without a number or with the one that is kept", async () => {
  let pages = 0;
  const question = questionOf(await everybody(employee));
  await fc.assert(
    fc.asyncProperty(question, fc.constantFrom("reading", "arrived", "changed"), async (asked, sort) => {
      const whole = await page(employee, { ...asked, sort }, 5000);
      const walked = await page(employee, { ...asked, sort }, 3);
      expect(walked.ids).toEqual(whole.ids);
      expect(walked.total ?? whole.total).toBe(whole.total);
      if ((whole.total ?? 0) <= 3) return;
      pages++;
      const after = [walked.keys[2] ?? "", walked.ids[2] ?? ""] as [string, string];
      const next = await page(employee, { ...asked, sort }, 3, after);
      expect(next.ids.slice(0, 37)).toEqual(whole.ids.slice(3));
    }),
    { numRuns: 40 },
  );
  expect(pages).toBeGreaterThan(5);
});

describe("sorted otherwise", () => {
  it.each(["arrived", "changed"])("by %s, passes everybody once", async (sort) => {
    const listed = await leaf(employee, {});
    const sorted = await leaf(employee, { sort });
    expect(sorted).not.toEqual(listed);
    expect(new Set(sorted).size).toBe(sorted.length);
    expect(sorted.toSorted()).toEqual(listed.toSorted());
  });

  it("who came last stands first", async () => {
    const [first] = (await ask(employee, { sort: "arrived" })).people;
    const [newest] = await database.asOwner(
      "SELECT id FROM members WHERE company_id = $1 AND status = 'ACTIVE' ORDER BY joined_at DESC, id DESC LIMIT 1",
      [employee.companyId],
    );
    expect(first?.memberId).toBe(newest?.id);
  });

  it("whose profile changed stands first for those who see the change, and stays where they were for others", async () => {
    await saveVisibility(owner, { audiences: { headline: "EMPLOYEES" } });
    const { sections } = await findOwnProfile(owner);
    await database.asOwner("UPDATE search_docs SET changed_at = '2026-01-01' WHERE member_id = $1", [
      owner.memberId,
    ]);
    const before = await leaf(alumna, { sort: "changed" });
    const after = { ...sections.intro, headline: "藍を育てています" };
    await writeSection(owner, { section: "intro", before: sections.intro, after });
    expect((await ask(employee, { sort: "changed" })).people[0]?.memberId).toBe(owner.memberId);
    expect(before[0]).not.toBe(owner.memberId);
    expect(await leaf(alumna, { sort: "changed" })).toEqual(before);
    // What changes without a word is no later change of all that is hidden.
    await saveVisibility(owner, { unlisted: true });
    await saveVisibility(owner, { unlisted: false });
    expect(await leaf(alumna, { sort: "changed" })).toEqual(before);
  });
});

describe("what is kept", () => {
  const kept =
    "SELECT company_id, viewer_kind, kind, facet, people, seats_in(seats) AS seats FROM facet_counts WHERE people <> 0 ORDER BY 1, 2, 4, 3";
  const counted = `SELECT company_id, viewer_kind, kind, facet, count(*)::int AS people, array_agg(seat ORDER BY seat) AS seats
    FROM search_docs, unnest(facets) AS facet WHERE kind IS NOT NULL AND NOT unlisted GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 4, 3`;
  const agree = async () => expect(await database.asOwner(kept)).toEqual(await database.asOwner(counted));

  beforeEach(agree);

  it("follows who writes, hides, is not listed, is suspended, comes back as an employee, and is gone", async () => {
    const { sections } = await findOwnProfile(owner);
    await writeSection(owner, {
      section: "skills",
      before: sections.skills,
      after: { skills: ["藍染め", "英語"] },
    });
    await agree();
    await saveVisibility(owner, { audiences: { skills: "ALUMNI" } });
    await agree();
    await saveVisibility(owner, { unlisted: true });
    await agree();
    await saveVisibility(owner, { unlisted: false });
    await agree();
    const change = (set: string) =>
      database.asOwner(`UPDATE members SET ${set} WHERE id = $1`, [owner.memberId]);
    for (const set of ["status = 'SUSPENDED'", "status = 'ACTIVE'", "kind = 'EMPLOYEE'"]) {
      await change(set);
      await agree();
    }
    expect((await ask(alumna, { skill: "藍染め", kind: "EMPLOYEE" })).total).toBe(1);
    await change("kind = 'ALUMNUS'");
    await database.asOwner("DELETE FROM search_docs WHERE member_id = $1 AND viewer_kind = 'HR'", [
      owner.memberId,
    ]);
    await agree();
  });

  it("follows two who change places in one statement, and gives nobody another's seat", async () => {
    const [one, other] = await database.asOwner(
      "SELECT member_id, facets FROM search_docs WHERE company_id = $1 AND viewer_kind = 'HR' AND kind = 'ALUMNUS' AND facets <> '{}' ORDER BY seat DESC LIMIT 2",
      [owner.companyId],
    );
    await database.asOwner(
      `UPDATE search_docs d SET facets = o.facets FROM search_docs o WHERE d.company_id = o.company_id AND d.viewer_kind = 'HR' AND o.viewer_kind = 'HR'
        AND d.member_id = ANY ($1) AND o.member_id = ANY ($1) AND d.member_id <> o.member_id`,
      [[one?.member_id, other?.member_id]],
    );
    await agree();
    await database.asOwner("DELETE FROM search_docs WHERE member_id = $1", [other?.member_id]);
    await database.asOwner(
      "INSERT INTO search_docs (company_id, member_id, viewer_kind, doc, facets) VALUES ($1, $2, 'HR', '', '{skill:藍染め}')",
      [owner.companyId, other?.member_id],
    );
    await agree();
    expect((await ask(hr, { skill: "藍染め" })).people.map(({ memberId }) => memberId)).toContain(
      other?.member_id,
    );
  });

  it("gives two who come in one moment a seat each", async () => {
    const rows = await database.asOwner(
      "DELETE FROM search_docs WHERE (company_id, viewer_kind, seat) IN (SELECT company_id, viewer_kind, seat FROM search_docs WHERE company_id = $1 AND viewer_kind = 'HR' ORDER BY seat DESC LIMIT 2) RETURNING member_id, doc, facets",
      [owner.companyId],
    );
    expect(rows).toHaveLength(2);
    await Promise.all(
      rows.map(({ member_id, doc, facets }) =>
        database.asOwner(
          `WITH put AS (INSERT INTO search_docs (company_id, member_id, viewer_kind, doc, facets) VALUES ($1, $2, 'HR', $3, $4) RETURNING seat)
            SELECT seat, pg_sleep(0.2) FROM put`,
          [owner.companyId, member_id, doc, facets],
        ),
      ),
    );
    await agree();
  });

  it("is put right with the directory's counts", async () => {
    await database.asOwner("SELECT recount_facets($1)", [owner.companyId]);
    await agree();
  });
});

it.each([
  ["東京都", "13"],
  ["東京", "13"],
  ["東京都港区", "13"],
  ["京都府京都市", "26"],
  ["北海道札幌市", "01"],
  ["Yokohama, Kanagawa", "14"],
  ["Tokyo, Japan", "13"],
  ["Ibaraki, Osaka", "27"],
  ["Ibaraki", "08"],
  ["tokyo", "13"],
  ["Berlin", null],
  ["シンガポール", null],
  ["Manchester", null],
])("%s lies in %s", (area, code) => {
  expect(prefectureOf(area)).toBe(code);
});
