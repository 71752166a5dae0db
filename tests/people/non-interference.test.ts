import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { findConversation } from "#lib/chat/messages.ts";
import { findPeople } from "#lib/chat/people.ts";
import { searchMessages } from "#lib/chat/search.ts";
import { listLatestThreads, listSharedGroups, listThreads } from "#lib/chat/thread-list.ts";
import { snakeCase } from "#lib/column-names.ts";
import { countNewLines, listFeed } from "#lib/feed/lines.ts";
import { giveOkaeri, listGivers, readOkaeri } from "#lib/feed/reactions.ts";
import { newId } from "#lib/ids.ts";
import {
  type Audience,
  audienceFields,
  audiences,
  type Limit,
  limits,
  limitsFor,
  recordedFields,
  rehireAudiences,
  type ViewerKind,
  within,
} from "#lib/people/audiences.ts";
import { countMembers } from "#lib/people/census.ts";
import { findMutualColleagues } from "#lib/people/colleagues.ts";
import { addField } from "#lib/people/desk-fields.ts";
import type { FieldKind } from "#lib/people/details.ts";
import { listChoices, listDirectory } from "#lib/people/directory.ts";
import { dimensions, directoryQuerySchema } from "#lib/people/directory-query.ts";
import { listFilterChoices } from "#lib/people/filter-choices.ts";
import { listFilters } from "#lib/people/filters.ts";
import type { Sections } from "#lib/people/input.ts";
import { listLimits, writeLimit } from "#lib/people/limits.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { findPerson } from "#lib/people/people.ts";
import { inTime } from "#lib/people/positions.ts";
import { findSuggestion } from "#lib/people/reminders.ts";
import { listSavedSearches, saveSearch, watchSearch } from "#lib/people/saved-searches.ts";
import { type Position, purposes } from "#lib/people/schema.ts";
import { lookAtSearches } from "#lib/people/search-news.ts";
import { settleFields } from "#lib/people/settling.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { say, startGroup } from "#tests/chat/callers.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let owner: Viewer;
let viewers: Record<ViewerKind, Viewer>;
/** Those of whom the owner may name one. */
let contactsFor: Record<"EMPLOYEE" | "HR" | "another", Viewer>;
let threadId: string;
/** A choice, a line and a year that the company asks besides. */
let clubField: string;
let mottoField: string;
let firstField: string;
const lineId = newId();
const otherLineId = newId();

beforeAll(async () => {
  owner = await viewerOf(database, "kosaku", "aoba");
  viewers = {
    ALUMNUS: await viewerOf(database, "chinatsu", "aoba"),
    EMPLOYEE: await viewerOf(database, "sakura", "aoba"),
    HR: await viewerOf(database, "yuki", "aoba"),
  };
  contactsFor = {
    EMPLOYEE: viewers.EMPLOYEE,
    HR: viewers.HR,
    another: await viewerOf(database, "koji", "aoba"),
  };
  const asked = (kind: FieldKind, ja: string, choices: string[] = []) =>
    addField(viewers.HR, {
      after: {
        kind,
        name: { ja, en: null },
        hint: { ja: null, en: null },
        audience: "NOBODY",
        choices: choices.map((ja) => ({ id: null, ja, en: null })),
      },
    });
  await asked("CHOICE", "部活", ["蹴鞠部", "雅楽部"]);
  await asked("TEXT", "座右の銘");
  const fields = await asked("YEAR", "初めての年");
  [clubField = "", mottoField = "", firstField = ""] = fields.slice(-3).map(({ id }) => id);
  threadId = await startGroup(database, null, owner, Object.values(viewers));
  await say(owner, threadId, "ごぶさたしています");
  // The owner has come, as has somebody whom the owner welcomes.
  for (const [id, memberId] of [
    [lineId, owner.memberId],
    [otherLineId, await memberIdOf(database, "yuki", "aoba")],
  ])
    await database.asOwner(
      "INSERT INTO feed_events (company_id, id, kind, member_id, occurred_at) VALUES ($1, $2, 'JOINED', $3, now() + interval '1 hour')",
      [owner.companyId, id, memberId],
    );
  await giveOkaeri(viewers.ALUMNUS, lineId, true);
  for (const viewer of Object.values(viewers))
    for (const query of [
      "q=藍染工房",
      "department=琥珀計画",
      "skill=翡翠",
      "joined=1985-1995&with=me",
      `field=${clubField}.1`,
    ]) {
      const searches = await saveSearch(viewer, { name: query, query });
      await watchSearch(viewer, { id: searches.at(-1)?.id ?? "", watched: true });
    }
  await giveOkaeri(owner, otherLineId, true);
});

const word = fc.constantFrom("藍染工房", "琥珀計画", "かわせみ", "zephyrine", "翡翠");
const day = fc.integer({ min: 1985, max: 2005 }).map((year) => `${year}-04-01`);

/** Values for all that an owner may hide, by the field by which it is hidden. */
const values = {
  headline: fc.record({ headline: word }),
  about: fc.record({ about: word }),
  tenure: fc.record({
    joinedOn: day,
    years: fc.integer({ min: 1, max: 9 }),
    months: fc.array(fc.nat(11), { minLength: 3, maxLength: 3 }),
  }),
  department: fc.record({
    department: word,
    title: word,
    held: fc.array(fc.record({ department: word, title: fc.option(word) }), { maxLength: 3 }),
  }),
  formerName: fc.record({
    formerFamilyName: word,
    formerFamilyNameKana: fc.constantFrom("あいぞめ", "こはく"),
  }),
  work: fc.record({ employer: word, employerTitle: word, industry: word, work: word }),
  area: fc.record({ area: word }),
  purposes: fc.record({ open: fc.subarray(purposes.filter((purpose) => purpose !== "REHIRE")), note: word }),
  rehire: fc.record({ rehire: fc.boolean(), note: word }),
  skills: fc.record({ skills: fc.uniqueArray(word) }),
  links: fc.record({
    links: fc.uniqueArray(fc.constantFrom("https://kawasemi.example", "https://hisui.example/a")),
  }),
  photo: fc.record({ photoId: fc.option(fc.uuid({ version: 7 })) }),
};
/** What they answered to what the company asks, by the field; who sees it is chosen for each. */
const answers = fc.record({
  club: fc.constantFrom("1", "2"),
  motto: word,
  first: fc.constantFrom("1990", "2001"),
});
const profile = fc.record({ ...values, answers });
type Profile = typeof profile extends fc.Arbitrary<infer Value> ? Value : never;

/** What they held besides: the departments are hidden by one choice, the months by the other. */
function positionsOf({ department: { held }, tenure: { joinedOn, months } }: Profile): Position[] {
  const year = joinedOn.slice(0, 4);
  const positions = held.map((one, index): Position => {
    const month = months[index] ?? 0;
    return { ...one, from: `${year}-${String(month < 3 ? 4 : month + 1).padStart(2, "0")}`, until: null };
  });
  return inTime(positions);
}

/** Writes it all, in the ways in which it is written: by HR what HR recorded, by its owner all else. */
async function write(written: Profile, shownTo: Shown): Promise<void> {
  const { club, motto, first } = written.answers;
  const {
    tenure,
    department,
    formerName,
    headline,
    about,
    work,
    area,
    purposes,
    rehire,
    skills,
    links,
    photo,
  } = written;
  await database.asOwner(
    `UPDATE profiles SET joined_on = $2::date, left_on = $2::date + make_interval(years => $3), department = $4, title = $5 WHERE member_id = $1`,
    [owner.memberId, tenure.joinedOn, tenure.years, department.department, department.title],
  );
  await database.asOwner("UPDATE profiles SET photo_id = $2 WHERE member_id = $1", [
    owner.memberId,
    photo.photoId,
  ]);
  const { sections } = await findOwnProfile(owner);
  const open = purposes.open.map((purpose) => ({ purpose, note: purposes.note }));
  // As what comes in is made: plain objects.
  const next: Sections = structuredClone({
    names: { ...sections.names, ...formerName },
    intro: { ...headline, ...about },
    career: { positions: positionsOf(written) },
    work,
    area,
    purposes: { purposes: rehire.rehire ? [{ purpose: "REHIRE", note: rehire.note }, ...open] : open },
    skills,
    links,
    details: {
      details: { ...sections.details.details, [clubField]: club, [mottoField]: motto, [firstField]: first },
    },
  });
  const answers = [
    await writeSection(owner, { section: "names", before: sections.names, after: next.names }),
    await writeSection(owner, { section: "intro", before: sections.intro, after: next.intro }),
    await writeSection(owner, { section: "career", before: sections.career, after: next.career }),
    await writeSection(owner, { section: "work", before: sections.work, after: next.work }),
    await writeSection(owner, { section: "area", before: sections.area, after: next.area }),
    await writeSection(owner, { section: "purposes", before: sections.purposes, after: next.purposes }),
    await writeSection(owner, { section: "skills", before: sections.skills, after: next.skills }),
    await writeSection(owner, { section: "links", before: sections.links, after: next.links }),
    await writeSection(owner, {
      section: "details",
      before: sections.details,
      after: next.details,
      seen: {},
    }),
  ];
  expect(answers.every(({ written }) => written)).toBe(true);
  const { club: clubShown, motto: mottoShown, first: firstShown, rehireContact, ...ofProfile } = shownTo;
  await saveVisibility(owner, {
    audiences: { ...ofProfile, [clubField]: clubShown, [mottoField]: mottoShown, [firstField]: firstShown },
    rehireContact: contactsFor[rehireContact].memberId,
  });
}

/** Every answer of which a person is a part, as the viewer gets it. */
async function readAll(viewer: Viewer, { ofLimits = true } = {}): Promise<string> {
  const words = [
    "藍染工房",
    "琥珀計画",
    "かわせみ",
    "zephyrine",
    "翡翠",
    "あいぞめ",
    "こはく",
    "髙橋",
    "1990年入社",
    "2000年退社",
    "蹴鞠部",
    "雅楽",
  ];
  await database.asOwner("UPDATE saved_searches SET look_after = now()");
  await lookAtSearches();
  const directory = (query: object) => listDirectory(viewer, directoryQuerySchema.parse(query));
  const seen = await Promise.all([
    findPerson(viewer, owner.memberId),
    listFeed(viewer, feedLoaders, undefined),
    countNewLines(viewer, undefined),
    readOkaeri(viewer, { lineIds: [lineId, otherLineId] }),
    listGivers(viewer, { lineId: otherLineId }),
    countMembers(viewer),
    listSavedSearches(viewer),
    ofLimits && findSuggestion(viewer),
    listThreads(viewer),
    listLatestThreads(viewer),
    findConversation(viewer, threadId, null),
    searchMessages(viewer, { q: "ごぶさた", threadId: undefined, before: undefined }),
    directory({ from: "たかはし" }),
    directory({ from: "たかはし", kind: "ALUMNUS" }),
    findMutualColleagues(viewer, owner.memberId),
    ...Object.values(viewers).map((other) => findMutualColleagues(viewer, other.memberId)),
    listSharedGroups(viewer, owner.memberId),
    directory({ sort: "arrived" }),
    directory({ sort: "changed" }),
    directory({ with: "me" }),
    directory({ joined: "1985-1995" }),
    directory({ left: "1995-2014", q: "髙橋" }),
    ...purposes.map((open) => directory({ open })),
    ...["1", "2"].map((choice) => directory({ field: `${clubField}.${choice}` })),
    directory({ field: [`${clubField}.1`, `${mottoField}.1`], sort: "changed" }),
    ofLimits && listFilters(viewer),
    ...[clubField, mottoField, firstField].map((id) =>
      listFilterChoices(viewer, directoryQuerySchema.parse({}), `field.${id}`, ""),
    ),
    listFilterChoices(viewer, directoryQuerySchema.parse({ skill: "翡翠" }), `field.${clubField}`, ""),
    ...words.flatMap((word) =>
      (["department", "area", "skill", "employer"] as const).map((dimension) =>
        directory({ [dimension]: word }),
      ),
    ),
    ...dimensions.flatMap((dimension) => [
      listChoices(viewer, directoryQuerySchema.parse({}), dimension, ""),
      listChoices(viewer, directoryQuerySchema.parse({ kind: "ALUMNUS", q: "髙橋" }), dimension, ""),
      listChoices(viewer, directoryQuerySchema.parse({ skill: "翡翠" }), dimension, "か"),
    ]),
    ...words.map((q) => directory({ q })),
    ...words.map((q) => findPeople(viewer, q)),
    ...words.map((q) => listLatestThreads(viewer, { memberIds: [owner.memberId], name: q })),
  ]);
  return JSON.stringify(seen);
}

/** Whether it is shown to that viewer by its owner and by the company. */
function isSeen(kind: ViewerKind, field: (typeof parts)[number], shownTo: Shown, limited: Limited): boolean {
  const isRecorded = recordedFields.some((one) => one === field) && kind === "HR";
  const included = isIncluded(kind, field, limited[field], null);
  return isRecorded || (included && isIncluded(kind, field, shownTo[field], shownTo.rehireContact));
}

function isIncluded(
  kind: ViewerKind,
  field: string,
  audience: Audience,
  contact: Shown["rehireContact"] | null,
): boolean {
  if (audience === "CONTACT") return kind === contact;
  if (audience === "EVERYONE") return true;
  if (kind === "ALUMNUS") return audience === "ALUMNI";
  const recorded: readonly string[] = recordedFields;
  return audience === "EMPLOYEES" || (kind === "HR" && (audience === "HR" || recorded.includes(field)));
}

const answerFields = ["club", "motto", "first"] as const;
const audience = fc.constantFrom(...audiences);
const shown = fc.record({
  headline: audience,
  about: audience,
  tenure: audience,
  department: audience,
  formerName: audience,
  work: audience,
  area: audience,
  purposes: audience,
  rehire: fc.constantFrom(...rehireAudiences),
  rehireContact: fc.constantFrom("EMPLOYEE", "HR", "another"),
  skills: audience,
  links: audience,
  photo: audience,
  club: audience,
  motto: audience,
  first: audience,
});
type Shown = typeof shown extends fc.Arbitrary<infer Value> ? Value : never;
const parts = [...audienceFields, ...answerFields] as const;
type Limited = Record<(typeof parts)[number], Limit>;
const limit = fc.oneof({ weight: 2, arbitrary: fc.constant<Limit>("EVERYONE") }, fc.constantFrom(...limits));
const limited: fc.Arbitrary<Limited> = fc.record({
  headline: limit,
  about: limit,
  tenure: limit,
  department: limit,
  formerName: limit,
  work: limit,
  area: limit,
  purposes: limit,
  rehire: fc.constantFrom(...limitsFor("rehire")),
  skills: limit,
  links: limit,
  photo: limit,
  club: limit,
  motto: limit,
  first: limit,
});

/** HR says who sees what at most. */
async function limitTo(limited: Limited): Promise<void> {
  const ids = { club: clubField, motto: mottoField, first: firstField };
  const now = new Map((await listLimits(viewers.HR)).map(({ field, widest }) => [field, widest]));
  for (const part of parts) {
    const field = part === "club" || part === "motto" || part === "first" ? ids[part] : part;
    const before = now.get(field) ?? "EVERYONE";
    expect((await writeLimit(viewers.HR, { field, before, after: limited[part] })).written).toBe(true);
  }
}

it("what is hidden changes no byte of anything that a viewer is shown, finds or counts", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<ViewerKind>("ALUMNUS", "EMPLOYEE", "HR"),
      shown,
      limited,
      fc.boolean(),
      profile,
      profile,
      async (kind, shownTo, limited, settled, one, other) => {
        const visible = audienceFields.filter((field) => isSeen(kind, field, shownTo, limited));
        await limitTo(limited);
        // Also while search has yet to follow.
        if (settled) await settleFields();
        await write(one, shownTo);
        const before = await readAll(viewers[kind]);
        const answered = answerFields.filter((field) => isSeen(kind, field, shownTo, limited));
        const answers = Object.fromEntries(answered.map((field) => [field, one.answers[field]]));
        await write(
          {
            ...other,
            ...Object.fromEntries(visible.map((field) => [field, one[field]])),
            answers: { ...other.answers, ...answers },
          },
          shownTo,
        );
        expect(await readAll(viewers[kind])).toBe(before);
      },
    ),
    { numRuns: 25 },
  );
});

it("what the company shows at most is as if its owner had shown it to no more, in every byte", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<ViewerKind>("ALUMNUS", "EMPLOYEE", "HR"),
      shown,
      limited,
      profile,
      profile,
      async (kind, shownTo, drawn, blank, written) => {
        // For HR alone one can show no answer to what the company asks.
        const forAnswers = Object.fromEntries(
          answerFields.map((field) => [field, drawn[field] === "HR" ? "NOBODY" : drawn[field]]),
        );
        const limited: Limited = { ...drawn, ...forAnswers };
        const narrower = Object.fromEntries(
          parts.map((part) => [part, within(shownTo[part], limited[part])]),
        );
        const contactSees =
          limited.rehire === "EVERYONE" || (limited.rehire === "HR" && shownTo.rehireContact === "HR");
        if (shownTo.rehire === "CONTACT" && !contactSees) narrower.rehire = "NOBODY";
        const asIf = { ...shownTo, ...narrower } as Shown;
        const worlds: string[] = [];
        const asked = async (to: Shown) => {
          await settleFields();
          await write(written, to);
          // What the company closes to all is no filter, and whose own choice hides something is advised: of the limit itself, not of its people.
          worlds.push(withoutIds(await readAll(viewers[kind], { ofLimits: false })));
        };
        await begin(blank);
        await limitTo(limited);
        await asked(shownTo);
        await begin(blank);
        await letOthersShow(limited);
        await asked(asIf);
        await letOthersShow(null);
        // As it can be read, and then to the byte.
        expect(JSON.parse(worlds[0] ?? "")).toEqual(JSON.parse(worlds[1] ?? ""));
        expect(worlds[0]).toBe(worlds[1]);
      },
    ),
    { numRuns: 5, endOnFailure: true },
  );
});

/** Nobody sees anything of the owner, nothing is news, and nothing is limited. */
async function begin(blank: Profile): Promise<void> {
  await limitTo(unlimited);
  await settleFields();
  await write(blank, closed);
  await database.asOwner("DELETE FROM feed_events WHERE kind = 'CHANGED'");
  await database.asOwner("DELETE FROM saved_search_people");
  await database.asOwner(
    "UPDATE saved_searches SET look_after = now(), looked_at = NULL, opened_at = now(), told_at = NULL",
  );
  await lookAtSearches();
}

/** All but the owner show no more than that; null: what they chose again. Search follows. */
async function letOthersShow(limited: Limited | null): Promise<void> {
  const columns = audienceFields.map((field) => `${snakeCase(field)}_audience`);
  if (limited) await database.asOwner(`CREATE TABLE chosen AS SELECT member_id, ${columns} FROM profiles`);
  const shown = audienceFields.map((field, index) => {
    const cases = [...audiences, "HR" as const].map(
      (audience) => `WHEN '${audience}' THEN '${limited ? within(audience, limited[field]) : audience}'`,
    );
    const named = limited && limited[field] !== "EVERYONE" ? "NOBODY" : "CONTACT";
    return `${columns[index]} = CASE c.${columns[index]} ${cases.join(" ")} ELSE '${named}' END::"Audience"`;
  });
  await database.asOwner(
    `UPDATE profiles p SET ${shown} FROM chosen c WHERE c.member_id = p.member_id AND p.member_id <> $1`,
    [owner.memberId],
  );
  if (!limited) await database.asOwner("DROP TABLE chosen");
  await database.asOwner(
    "INSERT INTO company_limits (company_id, field, widest, stale_at) VALUES ($1, 'area', 'EVERYONE', now())",
    [owner.companyId],
  );
  await settleFields();
}

/** Of what is told anew each time neither by which id nor when. */
function withoutIds(answers: string): string {
  const ids = new Map<string, number>();
  return answers
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      if (!ids.has(id)) ids.set(id, ids.size);
      return `#${ids.get(id)}`;
    })
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "time");
}

function each<T>(value: T): Record<(typeof parts)[number], T> {
  return Object.fromEntries(parts.map((part) => [part, value])) as Record<(typeof parts)[number], T>;
}
const unlimited: Limited = each<Limit>("EVERYONE");
const closed: Shown = { ...each("NOBODY" as const), rehireContact: "another" };

it("what is shown is seen, or the test above would say nothing", async () => {
  const [sample, ...samples] = fc.sample(profile, { numRuns: 200, seed: 1 });
  const other = samples.find((one) =>
    // As text: two of different prototypes would count as different.
    audienceFields.every((field) => JSON.stringify(one[field]) !== JSON.stringify(sample?.[field])),
  );
  if (!sample || !other) throw new Error("no sample");
  const one = { ...sample, rehire: { ...other.rehire, rehire: !other.rehire.rehire } };
  const all: Shown = {
    headline: "EVERYONE",
    about: "EVERYONE",
    tenure: "EVERYONE",
    department: "EVERYONE",
    formerName: "EVERYONE",
    work: "EVERYONE",
    area: "EVERYONE",
    purposes: "EVERYONE",
    rehire: "EVERYONE",
    rehireContact: "another",
    skills: "EVERYONE",
    links: "EVERYONE",
    photo: "EVERYONE",
    club: "EVERYONE",
    motto: "EVERYONE",
    first: "EVERYONE",
  };
  await limitTo(unlimited);
  for (const field of audienceFields) {
    await write(one, all);
    const before = await readAll(viewers.ALUMNUS);
    const changed = { ...one, [field]: other[field] };
    expect(changed, field).not.toEqual(one);
    await write(changed, all);
    expect(await readAll(viewers.ALUMNUS), field).not.toBe(before);
  }
  const { club, motto, first } = one.answers;
  const others: Profile["answers"] = {
    club: club === "1" ? "2" : "1",
    motto: motto === "翡翠" ? "琥珀計画" : "翡翠",
    first: first === "1990" ? "2001" : "1990",
  };
  for (const field of answerFields) {
    await write(one, all);
    const before = await readAll(viewers.ALUMNUS);
    await write({ ...one, answers: { ...one.answers, [field]: others[field] } }, all);
    expect(await readAll(viewers.ALUMNUS), field).not.toBe(before);
  }
});
