// What a company shows of its people at most: what each channel tells from the first moment, and again when the limit is lifted.
import { beforeEach, describe, expect, it } from "vitest";
import { noteProfileLook } from "#lib/audit/noting.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { findPeople } from "#lib/chat/people.ts";
import { NotFound } from "#lib/errors.ts";
import { listFeed } from "#lib/feed/lines.ts";
import {
  type Audience,
  type AudienceField,
  type audiences,
  type Limit,
  limits,
  viewerKinds,
  within,
} from "#lib/people/audiences.ts";
import { findMutualColleagues } from "#lib/people/colleagues.ts";
import { addField, countAnswers } from "#lib/people/desk-fields.ts";
import { shownToOf } from "#lib/people/details.ts";
import { listChoices, listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { listFilterChoices } from "#lib/people/filter-choices.ts";
import { listFilters } from "#lib/people/filters.ts";
import { saidLimitSchema } from "#lib/people/limit-input.ts";
import { countWider, listLimits, writeLimit } from "#lib/people/limits.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { findOwnPageAs, findPerson } from "#lib/people/people.ts";
import { findSuggestion } from "#lib/people/reminders.ts";
import { searchDoc } from "#lib/people/search-text.ts";
import { settleFields } from "#lib/people/settling.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let owner: Viewer;
let hr: Viewer;
let alumna: Viewer;
let employee: Viewer;

beforeEach(async () => {
  owner = await viewerOf(database, "kosaku", "aoba");
  hr = await viewerOf(database, "yuki", "aoba");
  alumna = await viewerOf(database, "chinatsu", "aoba");
  employee = await viewerOf(database, "sakura", "aoba");
  await database.asOwner("DELETE FROM company_limits");
  await database.asOwner("UPDATE company_fields SET widest = 'EVERYONE'");
  await database.asOwner("DELETE FROM feed_events WHERE kind = 'CHANGED'");
  await saveVisibility(owner, {
    audiences: {
      area: "EVERYONE",
      headline: "EVERYONE",
      skills: "EVERYONE",
      formerName: "EVERYONE",
      rehire: "NOBODY",
    },
  });
  await write("area", { area: "藍染島" });
  const { sections } = await findOwnProfile(owner);
  await write("intro", { ...sections.intro, headline: "琥珀の職人" });
  await write("skills", { skills: ["翡翠細工"] });
  await write("names", { ...sections.names, formerFamilyName: "千代雲", formerFamilyNameKana: "ちよくも" });
});

type Section = "area" | "intro" | "skills" | "names" | "purposes";
async function write<Name extends Section>(
  section: Name,
  after: Awaited<ReturnType<typeof findOwnProfile>>["sections"][Name],
): Promise<void> {
  const before = (await findOwnProfile(owner)).sections[section];
  const { written } = await writeSection(owner, { section, before, after } as Parameters<
    typeof writeSection
  >[1]);
  expect(written).toBe(true);
}
async function limit(field: string, after: Limit): Promise<void> {
  const before = (await listLimits(hr)).find((one) => one.field === field)?.widest ?? "EVERYONE";
  expect((await writeLimit(hr, { field, before, after })).written).toBe(true);
}
const finds = async (viewer: Viewer, query: object) =>
  (await listDirectory(viewer, directoryQuerySchema.parse(query))).people.map(({ memberId }) => memberId);
const choices = async (viewer: Viewer, dimension: Parameters<typeof listChoices>[2], typed: string) =>
  (await listChoices(viewer, directoryQuerySchema.parse({}), dimension, typed)).choices;
/** At once, and once search texts have followed. */
async function twice(look: () => Promise<void>): Promise<void> {
  await look();
  await settleFields();
  expect(await database.asOwner("SELECT FROM company_limits WHERE stale_at IS NOT NULL")).toEqual([]);
  await look();
}

describe("within()", () => {
  const includes = (kind: (typeof viewerKinds)[number], audience: Audience) =>
    audience === "EVERYONE" ||
    (kind === "ALUMNUS"
      ? audience === "ALUMNI"
      : audience === "EMPLOYEES" || (kind === "HR" && audience === "HR"));
  it("is whom both include, as the database says too", async () => {
    const all = ["NOBODY", "ALUMNI", "EMPLOYEES", "HR", "EVERYONE"] as const;
    const [{ seen } = { seen: "" }] = await database.asOwner<{ seen: string }>(
      `SELECT jsonb_object_agg(k, audiences_of(k))::text AS seen FROM unnest(enum_range(NULL::"ViewerKind")) k`,
    );
    const told: Record<string, string[]> = JSON.parse(seen);
    for (const kind of viewerKinds)
      for (const audience of all) {
        expect(told[kind]?.includes(audience) ?? false, `${kind} ${audience}`).toBe(includes(kind, audience));
        for (const limit of limits)
          expect(includes(kind, within(audience, limit)), `${kind}: ${audience} within ${limit}`).toBe(
            includes(kind, audience) && includes(kind, limit),
          );
      }
  });
});

it("what is closed is told by one mark in search texts and in the database", async () => {
  const name = {
    familyName: "高橋",
    givenName: "耕作",
    familyNameKana: "たかはし",
    givenNameKana: "こうさく",
  };
  const written = {
    tenure: { joinedOn: "2016-04-01" },
    department: { department: "経理部" },
    formerName: { formerFamilyName: "千代雲", formerFamilyNameKana: "ちよくも" },
    headline: { headline: "琥珀の職人" },
    skills: { skills: ["翡翠細工"] },
    area: { area: "藍染島" },
  };
  for (const [field, part] of Object.entries(written)) {
    const [{ mark } = { mark: "" }] = await database.asOwner<{ mark: string }>(
      `SELECT mark_of('${field}') AS mark`,
    );
    const marksOf = (doc: string) => [...new Set(doc.match(/\p{Co}/gu))];
    expect(marksOf(searchDoc({ ...name, ...part })), field).toEqual([mark]);
  }
});

describe("the filters of the directory", () => {
  const closedTo = async (viewer: Viewer) => (await listFilters(viewer)).closed;
  it("are those that the company leaves to who looks", async () => {
    for (const viewer of [hr, employee, alumna]) expect(await closedTo(viewer)).toEqual([]);
    await limit("area", "EMPLOYEES");
    await limit("tenure", "ALUMNI");
    await limit("skills", "NOBODY");
    await twice(async () => {
      expect(await closedTo(alumna)).toEqual(["area", "skill"]);
      expect(await closedTo(employee)).toEqual(["joined", "left", "skill", "with"]);
      expect(await closedTo(hr)).toEqual(["skill"]);
    });
    await limit("area", "EVERYONE");
    expect(await closedTo(alumna)).toEqual(["skill"]);
  });

  it("hold what one is open to while any of that is to be seen", async () => {
    await limit("purposes", "NOBODY");
    expect(await closedTo(alumna)).toEqual([]);
    await limit("rehire", "HR");
    expect(await closedTo(alumna)).toEqual(["open"]);
    expect(await closedTo(hr)).toEqual([]);
  });
});

describe("HR says it:", () => {
  it("of all fields, each for whom its owner chooses at first", async () => {
    const all = await listLimits(hr);
    expect(all.length).toBeGreaterThan(12);
    expect(all.every(({ widest, settling }) => widest === "EVERYONE" && !settling)).toBe(true);
  });

  it("of two at once the later is shown what holds, and writes nothing", async () => {
    await writeLimit(hr, { field: "area", before: "EVERYONE", after: "EMPLOYEES" });
    const second = await writeLimit(hr, { field: "area", before: "EVERYONE", after: "NOBODY" });
    expect(second.written).toBe(false);
    expect(second.limits.find(({ field }) => field === "area")).toMatchObject({
      widest: "EMPLOYEES",
      settling: true,
    });
  });

  it("for nobody else is it there", async () => {
    for (const viewer of [employee, alumna]) {
      await expect(listLimits(viewer)).rejects.toThrow(NotFound);
      await expect(countWider(viewer, { field: "area", after: "NOBODY" })).rejects.toThrow(NotFound);
      await expect(
        writeLimit(viewer, { field: "area", before: "EVERYONE", after: "NOBODY" }),
      ).rejects.toThrow(NotFound);
      // Nor for who only says they were of HR.
      await expect(
        writeLimit({ ...viewer, role: "HR_ADMIN" }, { field: "area", before: "EVERYONE", after: "NOBODY" }),
      ).rejects.toThrow(NotFound);
    }
  });

  it("of no name, of no field that is not asked, and of the wish to come back no more than its owner can", async () => {
    const parse = (field: string, after: string) =>
      saidLimitSchema.safeParse({ field, before: "EVERYONE", after }).success;
    expect([parse("area", "ALUMNI"), parse("rehire", "HR"), parse(crypto.randomUUID(), "NOBODY")]).toEqual([
      true,
      true,
      true,
    ]);
    expect([parse("familyName", "NOBODY"), parse("rehire", "EMPLOYEES"), parse("area", "CONTACT")]).toEqual([
      false,
      false,
      false,
    ]);
    await expect(
      writeLimit(hr, { field: crypto.randomUUID(), before: "EVERYONE", after: "NOBODY" }),
    ).rejects.toThrow(NotFound);
  });

  it("with how many of those who show it to HR have chosen more, whatever others hide", async () => {
    await saveVisibility(owner, { audiences: { links: "NOBODY" } });
    const before = (await countWider(hr, { field: "links", after: "NOBODY" })).people;
    const after = { links: ["https://aizome.example"] };
    const { links } = (await findOwnProfile(owner)).sections;
    await writeSection(owner, { section: "links", before: links, after });
    const count = async (audience: (typeof audiences)[number], to: Limit) => {
      await saveVisibility(owner, { audiences: { links: audience } });
      return (await countWider(hr, { field: "links", after: to })).people - before;
    };
    expect([await count("EVERYONE", "NOBODY"), await count("EMPLOYEES", "NOBODY")]).toEqual([1, 1]);
    expect([await count("ALUMNI", "NOBODY"), await count("NOBODY", "NOBODY")]).toEqual([0, 0]);
    const within = (await countWider(hr, { field: "links", after: "EMPLOYEES" })).people;
    await saveVisibility(owner, { audiences: { links: "EVERYONE" } });
    expect((await countWider(hr, { field: "links", after: "EMPLOYEES" })).people).toBe(within + 1);
    await limit("links", "ALUMNI");
    // What HR sees no more it does not count either.
    expect((await countWider(hr, { field: "links", after: "NOBODY" })).people).toBe(0);
    await writeSection(owner, { section: "links", before: after, after: links });
  });
});

describe("a limit", () => {
  it("holds on the page, in the feed, in searches, filters and counts, from the first moment and once search has followed", async () => {
    // So that the feed has something of it to tell.
    for (const area of ["藍染町", "藍染島"]) await write("area", { area });
    expect(await finds(employee, { q: "藍染" })).toEqual([owner.memberId]);
    expect(await choices(employee, "area", "藍染")).toEqual([{ value: "藍染島", people: 1 }]);
    await limit("area", "ALUMNI");
    await twice(async () => {
      for (const viewer of [employee, hr]) {
        expect((await findPerson(viewer, owner.memberId)).area).toBeNull();
        expect(await finds(viewer, { q: "藍染" })).toEqual([]);
        expect(await finds(viewer, { q: "藍" })).toEqual([]);
        expect(await finds(viewer, { area: "藍染島" })).toEqual([]);
        expect(await choices(viewer, "area", "藍染")).toEqual([]);
        const { lines } = await listFeed(viewer, feedLoaders, undefined);
        expect(JSON.stringify(lines.filter(({ kind }) => kind === "CHANGED"))).not.toContain("area");
      }
      expect((await findPerson(alumna, owner.memberId)).area).toBe("藍染島");
      expect(JSON.stringify((await listFeed(alumna, feedLoaders, undefined)).lines)).toContain('"area"');
      expect(await finds(alumna, { q: "藍染" })).toEqual([owner.memberId]);
      expect(await finds(alumna, { area: "藍染島" })).toEqual([owner.memberId]);
      expect((await findOwnPageAs(owner, "EMPLOYEE")).person?.area).toBeNull();
      expect((await findOwnPageAs(owner, "ALUMNUS")).person?.area).toBe("藍染島");
    });
  });

  it("leaves its owner's choice as it is, which holds again when it is lifted", async () => {
    await limit("area", "NOBODY");
    await settleFields();
    const own = await findOwnProfile(owner);
    expect(own).toMatchObject({
      audiences: { area: "EVERYONE" },
      limits: { area: "NOBODY", headline: "EVERYONE" },
    });
    expect(own.sections.area).toEqual({ area: "藍染島" });
    expect(await finds(employee, { q: "藍染" })).toEqual([]);
    await limit("area", "EVERYONE");
    expect((await findPerson(employee, owner.memberId)).area).toBe("藍染島");
    await settleFields();
    expect(await finds(employee, { q: "藍染" })).toEqual([owner.memberId]);
    expect(await choices(employee, "area", "藍染")).toEqual([{ value: "藍染島", people: 1 }]);
    expect(await database.asOwner("SELECT FROM company_limits")).toEqual([]);
  });

  it("parts what stands in two fields, and a former surname from the name", async () => {
    await write("skills", { skills: ["琥珀の職人"] });
    await limit("headline", "NOBODY");
    await limit("formerName", "NOBODY");
    await twice(async () => {
      expect(await finds(employee, { q: "琥珀の職人" })).toEqual([owner.memberId]);
      for (const q of ["千代雲", "ちよくも", "chiyokumo", "雲耕作"])
        expect(await finds(employee, { q }), q).toEqual([]);
      expect(await finds(employee, { q: "髙橋 耕作" })).toContain(owner.memberId);
      expect((await findPerson(employee, owner.memberId)).formerName).toBeNull();
    });
    await limit("skills", "NOBODY");
    await twice(async () => {
      expect(await finds(employee, { q: "琥珀の職人" })).toEqual([]);
    });
  });

  it("ranks nobody by a former surname that it closes", async () => {
    const first = async (words: string) =>
      (await findPeople(employee, words)).people.map(({ memberId }) => memberId);
    const surname = () =>
      database.asOwner(
        "SELECT strpos(without_marked(doc, (SELECT hidden_marks(company_id, 'EMPLOYEE'))), '||千代雲') > 0 AS ranks FROM search_docs WHERE member_id = $1 AND viewer_kind = 'EMPLOYEE'",
        [owner.memberId],
      );
    expect(await first("千代雲")).toEqual([owner.memberId]);
    expect(await surname()).toEqual([{ ranks: true }]);
    await limit("formerName", "HR");
    expect(await first("千代雲")).toEqual([]);
    expect(await surname()).toEqual([{ ranks: false }]);
  });

  it("leaves HR what HR recorded, and closes to it what people say besides", async () => {
    const { department, joinedOn } = await findPerson(hr, owner.memberId);
    const others = (await finds(hr, { with: "me" })).slice(0, 10);
    const mutual = () => Promise.all(others.map((other) => findMutualColleagues(hr, other)));
    expect((await mutual()).some(({ total }) => total > 0)).toBe(true);
    await limit("department", "NOBODY");
    // What people say besides stands among them still.
    expect((await mutual()).every(({ total }) => total === 0)).toBe(true);
    await limit("tenure", "NOBODY");
    await twice(async () => {
      expect(await findPerson(hr, owner.memberId)).toMatchObject({ department, joinedOn, positions: [] });
      expect(await findPerson(employee, owner.memberId)).toMatchObject({
        department: null,
        joinedOn: null,
        overlap: null,
      });
      expect(await finds(employee, { with: "me" })).toEqual([]);
      expect((await findMutualColleagues(employee, owner.memberId)).total).toBe(0);
      expect(await choices(employee, "joined", "")).toEqual([]);
      expect(await choices(employee, "department", "")).toEqual([]);
    });
    expect(await finds(hr, { department: department ?? "" })).toContain(owner.memberId);
  });

  it("of the photo makes it the seal", async () => {
    const photo = crypto.randomUUID();
    await database.asOwner("UPDATE profiles SET photo_id = $2 WHERE member_id = $1", [owner.memberId, photo]);
    expect((await findPerson(employee, owner.memberId)).photo).toBeDefined();
    await limit("photo", "ALUMNI");
    expect((await findPerson(employee, owner.memberId)).photo).toBeUndefined();
    expect((await findPerson(alumna, owner.memberId)).photo).toBeDefined();
    await database.asOwner("UPDATE profiles SET photo_id = NULL WHERE member_id = $1", [owner.memberId]);
  });

  it("of the wish to come back holds for the one whom its owner names too", async () => {
    await write("purposes", { purposes: [{ purpose: "REHIRE", note: "週に二日" }] });
    const seesIt = async (viewer: Viewer) => (await findPerson(viewer, owner.memberId)).purposes.length === 1;
    const name = (contact: Viewer) =>
      saveVisibility(owner, { audiences: { rehire: "CONTACT" }, rehireContact: contact.memberId });
    await name(employee);
    expect(await seesIt(employee)).toBe(true);
    await limit("rehire", "HR");
    expect([await seesIt(employee), await seesIt(hr), await seesIt(alumna)]).toEqual([false, false, false]);
    expect((await findOwnPageAs(owner, "CONTACT")).person?.purposes).toEqual([]);
    await name(hr);
    expect([await seesIt(employee), await seesIt(hr)]).toEqual([false, true]);
    await limit("rehire", "NOBODY");
    expect(await seesIt(hr)).toBe(false);
    await limit("rehire", "EVERYONE");
    expect(await seesIt(hr)).toBe(true);
    await write("purposes", { purposes: [] });
  });

  it("of one of the company's own fields closes its answers, choices and counts", async () => {
    const [club] = (
      await addField(hr, {
        after: {
          kind: "CHOICE",
          name: { ja: "楽団", en: null },
          hint: { ja: null, en: null },
          audience: "EVERYONE",
          choices: ["雅楽隊", "鼓笛隊"].map((ja) => ({ id: null, ja, en: null })),
        },
      })
    ).slice(-1);
    const id = club?.id ?? "";
    const { sections, fields } = await findOwnProfile(owner);
    const after = { details: { ...sections.details.details, [id]: "1" } };
    await writeSection(owner, {
      section: "details",
      before: sections.details,
      after,
      seen: shownToOf(fields),
    });
    expect(await finds(employee, { field: `${id}.1` })).toEqual([owner.memberId]);
    await limit(id, "ALUMNI");
    await twice(async () => {
      for (const viewer of [employee, hr]) {
        expect(JSON.stringify((await findPerson(viewer, owner.memberId)).details)).not.toContain("雅楽隊");
        expect(await finds(viewer, { field: `${id}.1` })).toEqual([]);
        expect(await finds(viewer, { q: "雅楽隊" })).toEqual([]);
        expect(
          (await listFilterChoices(viewer, directoryQuerySchema.parse({}), `field.${id}`, "")).choices,
        ).toEqual([]);
      }
      expect(await countAnswers(hr, { id })).toEqual({ people: 0, choices: {} });
      expect(await finds(alumna, { field: `${id}.1` })).toEqual([owner.memberId]);
    });
    expect((await findOwnProfile(owner)).fields.find((one) => one.id === id)).toMatchObject({
      shownTo: "EVERYONE",
      widest: "ALUMNI",
    });
    await limit(id, "EVERYONE");
    await settleFields();
    expect(await finds(employee, { q: "雅楽隊" })).toEqual([owner.memberId]);
  });

  it("moves nobody to those who changed last, nor does what changes behind it before search has followed", async () => {
    const changedAt = () =>
      database.asOwner(
        "SELECT changed_at FROM search_docs WHERE member_id = $1 AND viewer_kind = 'EMPLOYEE'",
        [owner.memberId],
      );
    const before = await changedAt();
    await limit("area", "NOBODY");
    await write("area", { area: "誰も知らない島" });
    expect(await changedAt()).toEqual(before);
    await settleFields();
    expect(await changedAt()).toEqual(before);
  });

  it("is worth no suggestion", async () => {
    const fields: AudienceField[] = [
      "department",
      "tenure",
      "work",
      "formerName",
      "purposes",
      "skills",
      "area",
      "headline",
    ];
    await saveVisibility(owner, { audiences: { tenure: "NOBODY", formerName: "NOBODY" } });
    expect((await findSuggestion(owner))?.field).toBe("tenure");
    for (const field of fields) await limit(field, "NOBODY");
    expect(await findSuggestion(owner)).toBeNull();
    await saveVisibility(owner, { audiences: { tenure: "EVERYONE" } });
  });

  it("is noted as what HR alone sees, where employees see it no more", async () => {
    await write("purposes", { purposes: [{ purpose: "REHIRE", note: null }] });
    await saveVisibility(owner, { audiences: { rehire: "EVERYONE" } });
    await limit("rehire", "HR");
    await database.asOwner("DELETE FROM audit_entries");
    await noteProfileLook(hr, owner.memberId);
    expect(await database.asOwner("SELECT matter FROM audit_entries")).toEqual([{ matter: "REHIRE" }]);
    await write("purposes", { purposes: [] });
  });

  it("is followed by one worker, also where two look at several at once", async () => {
    for (const field of ["area", "headline", "skills", "links", "about"]) await limit(field, "NOBODY");
    await Promise.all([settleFields(), settleFields(), settleFields()]);
    // What was with the other is left to it.
    await settleFields();
    expect(await database.asOwner("SELECT FROM company_limits WHERE stale_at IS NOT NULL")).toEqual([]);
  });
});
