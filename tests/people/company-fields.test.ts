import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { listFeed } from "#lib/feed/lines.ts";
import {
  addField,
  countAnswers,
  deleteField,
  listDeskFields,
  moveField,
  retireField,
  writeField,
} from "#lib/people/desk-fields.ts";
import { inLanguage, saidOf, shownToOf } from "#lib/people/details.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { addedFieldSchema, type SaidField } from "#lib/people/field-input.ts";
import { listFilterChoices } from "#lib/people/filter-choices.ts";
import { listFilters } from "#lib/people/filters.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { findOwnPageAs, findPerson } from "#lib/people/people.ts";
import { maxFields } from "#lib/people/policy.ts";
import type { DeskField } from "#lib/people/schema.ts";
import { settleFields } from "#lib/people/settling.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { expectLog } from "#tests/support/console.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let hr: Viewer;
let otherHr: Viewer;
let owner: Viewer;
let alumna: Viewer;
let employee: Viewer;
let club: DeskField;
let note: DeskField;
let year: DeskField;

const said = (part: Partial<SaidField>): SaidField => ({
  kind: "TEXT",
  name: { ja: "趣味", en: null },
  hint: { ja: null, en: null },
  audience: "NOBODY",
  choices: [],
  ...part,
});
const choice = (ja: string, en: string | null = null) => ({ id: null, ja, en });

beforeAll(async () => {
  hr = await viewerOf(database, "yuki", "aoba");
  otherHr = await viewerOf(database, "rachel", "larkfield");
  owner = await viewerOf(database, "kosaku", "aoba");
  alumna = await viewerOf(database, "chinatsu", "aoba");
  employee = await viewerOf(database, "sakura", "aoba");
});

beforeEach(async () => {
  await database.asOwner("DELETE FROM company_fields");
  await database.asOwner("UPDATE profiles SET details = '{}'");
  await database.asOwner("DELETE FROM feed_events WHERE kind = 'CHANGED'");
  await addField(hr, {
    after: said({
      kind: "CHOICE",
      name: { ja: "部活", en: "Club" },
      audience: "EMPLOYEES",
      choices: [choice("蹴鞠部", "Kemari"), choice("雅楽部"), choice("流鏑馬部")],
    }),
  });
  await addField(hr, { after: said({ name: { ja: "一言", en: null }, audience: "ALUMNI" }) });
  const fields = await addField(hr, { after: said({ kind: "YEAR", name: { ja: null, en: "First visit" } }) });
  [club, note, year] = [fields[0] ?? never(), fields[1] ?? never(), fields[2] ?? never()];
});

function never(): never {
  throw new Error("no field");
}

async function answer(part: Record<string, string | null>) {
  const { sections, fields } = await findOwnProfile(owner);
  const after = { details: { ...sections.details.details, ...part } };
  return writeSection(owner, {
    section: "details",
    before: sections.details,
    after,
    seen: shownToOf(fields),
  });
}

const directory = (viewer: Viewer, query: object) =>
  listDirectory(viewer, directoryQuerySchema.parse(query)).then(({ people }) =>
    people.map(({ memberId }) => memberId),
  );
const choicesOf = (viewer: Viewer, field: DeskField, query: object = {}) =>
  listFilterChoices(viewer, directoryQuerySchema.parse(query), `field.${field.id}`, "").then(
    ({ choices }) => choices,
  );
const detailsFor = (viewer: Viewer) =>
  findPerson(viewer, owner.memberId).then(({ details }) => details.map(({ words }) => words.ja));

describe("HR says what is asked:", () => {
  it("a field stands behind the others, and changes places with its neighbour", async () => {
    expect((await listDeskFields(hr)).map(({ name }) => name.ja ?? name.en)).toEqual([
      "部活",
      "一言",
      "First visit",
    ]);
    await moveField(hr, { id: note.id, by: -1 });
    await moveField(hr, { id: note.id, by: -1 });
    expect((await listDeskFields(hr)).map(({ id }) => id)).toEqual([note.id, club.id, year.id]);
    expect((await findOwnProfile(owner)).fields.map(({ id }) => id)).toEqual([note.id, club.id, year.id]);
  });

  it("of two at once the later is told, and writes nothing", async () => {
    const before = saidOf(note);
    const first = { ...before, name: { ja: "ひとこと", en: null } };
    expect((await writeField(hr, { id: note.id, before, after: first })).written).toBe(true);
    const second = await writeField(hr, {
      id: note.id,
      before,
      after: { ...before, hint: { ja: "短く", en: null } },
    });
    expect(second).toMatchObject({ written: false });
    expect(second.fields.find(({ id }) => id === note.id)).toMatchObject({
      name: { ja: "ひとこと" },
      hint: { ja: null, en: null },
    });
  });

  it("twenty at most, and each with a name, and a choice of two things", async () => {
    for (let count = 3; count < maxFields; count++) await addField(hr, { after: said({}) });
    await expect(addField(hr, { after: said({}) })).rejects.toThrow(Invalid);
    const wrong = (part: Partial<SaidField>) =>
      addedFieldSchema
        .safeParse({ after: said(part) })
        .error?.issues.map(({ message, path }) => [path.join("."), message]);
    expect(wrong({ name: { ja: " ", en: null } })).toEqual([["after.name.ja", "required"]]);
    expect(wrong({ kind: "CHOICE", choices: [choice("一つ")] })).toEqual([["after.choices", "tooFew"]]);
    expect(wrong({ kind: "CHOICE", choices: [choice("一つ"), choice("一つ")] })).toEqual([
      ["after.choices.1.ja", "twice"],
    ]);
    expect(wrong({ kind: "CHOICE", choices: [choice("一つ"), choice("", "")] })).toEqual([
      ["after.choices.1.ja", "required"],
    ]);
  });

  it("with a hint in each language, read in the other where there is one alone", async () => {
    const both = { ja: "入った部活を", en: "The one you were in" };
    await writeField(hr, { id: club.id, before: saidOf(club), after: { ...saidOf(club), hint: both } });
    const alone = { ja: null, en: "In full" };
    await writeField(hr, { id: note.id, before: saidOf(note), after: { ...saidOf(note), hint: alone } });
    const { fields } = await findOwnProfile(owner);
    const hints = fields
      .slice(0, 2)
      .map(({ hint }) => ["ja", "en"].map((locale) => inLanguage(hint, locale)));
    expect(hints).toEqual([
      [both.ja, both.en],
      ["In full", "In full"],
    ]);
    const long = "あ".repeat(141);
    for (const hint of [
      { ja: long, en: null },
      { ja: null, en: long },
    ])
      expect(addedFieldSchema.safeParse({ after: said({ hint }) }).success).toBe(false);
  });

  it("and nobody else, nor another company's HR", async () => {
    for (const viewer of [owner, employee, { ...employee, role: "OWNER" as const }]) {
      await expect(retireField(viewer, { id: note.id, retired: true })).rejects.toThrow(NotFound);
      await expect(addField(viewer, { after: said({}) })).rejects.toThrow();
    }
    await expect(retireField(otherHr, { id: note.id, retired: true })).rejects.toThrow(NotFound);
    expect(await countAnswers(otherHr, { id: club.id })).toEqual({ people: 0, choices: {} });
    expect(await listDeskFields(otherHr)).toEqual([]);
    expect(await listDeskFields(hr)).toHaveLength(3);
  });
});

describe("an answer", () => {
  it("is seen by whom the company says at first, and then by whom its owner says", async () => {
    await answer({ [club.id]: "1", [note.id]: "ご無沙汰です", [year.id]: "2001" });
    expect(await detailsFor(employee)).toEqual(["蹴鞠部"]);
    expect(await detailsFor(alumna)).toEqual(["ご無沙汰です"]);
    await saveVisibility(owner, { audiences: { [year.id]: "EVERYONE" } });
    expect(await detailsFor(employee)).toEqual(["蹴鞠部", "2001"]);
    expect((await findOwnPageAs(owner, "ALUMNUS")).person?.details.map(({ id }) => id)).toEqual([
      note.id,
      year.id,
    ]);
    // A default that changes afterwards changes nobody's choice.
    await writeField(hr, {
      id: club.id,
      before: saidOf(club),
      after: { ...saidOf(club), audience: "EVERYONE" },
    });
    expect(await detailsFor(alumna)).toEqual(["ご無沙汰です", "2001"]);
  });

  it("is seen by nobody where the company has opened the field since its owner saw for whom it is", async () => {
    const { sections, fields } = await findOwnProfile(owner);
    const opened = { ...saidOf(club), audience: "EVERYONE" as const };
    await writeField(hr, { id: club.id, before: saidOf(club), after: opened });
    const after = { details: { [club.id]: "1" } };
    const seen = shownToOf(fields);
    await writeSection(owner, { section: "details", before: sections.details, after, seen });
    expect(await detailsFor(employee)).toEqual([]);
    expect((await findOwnProfile(owner)).fields.find(({ id }) => id === club.id)).toMatchObject({
      shownTo: "NOBODY",
    });
  });

  it("that HR does not see changes no count of HR's", async () => {
    await saveVisibility(owner, { audiences: { [club.id]: "ALUMNI" } });
    await answer({ [club.id]: "1" });
    expect(await countAnswers(hr, { id: club.id })).toEqual({ people: 0, choices: {} });
    await saveVisibility(owner, { audiences: { [club.id]: "EMPLOYEES" } });
    expect(await countAnswers(hr, { id: club.id })).toEqual({ people: 1, choices: { 1: 1 } });
  });

  it("is one of those that the field takes", async () => {
    await expect(answer({ [club.id]: "9" })).rejects.toThrow(Invalid);
    await expect(answer({ [club.id]: note.id })).rejects.toThrow(Invalid);
    for (const wrong of ["200", "20011", "1899", "2101", "二千年"])
      await expect(answer({ [year.id]: wrong })).rejects.toThrow(Invalid);
    await answer({ [crypto.randomUUID()]: "誰のでもない" });
    expect(await database.asOwner("SELECT FROM profiles WHERE details::text LIKE '%誰のでもない%'")).toEqual(
      [],
    );
  });

  it("is no answer to another company's field, nor has an audience there", async () => {
    const [theirs] = await addField(otherHr, {
      after: said({ name: { ja: null, en: "Theirs" }, audience: "EVERYONE" }),
    });
    await answer({ [theirs?.id ?? ""]: "from Aoba" });
    await saveVisibility(owner, { audiences: { [theirs?.id ?? ""]: "EVERYONE" } });
    expect(await database.asOwner("SELECT FROM profiles WHERE details <> '{}'")).toEqual([]);
    expect(await directory(employee, { field: `${theirs?.id}.1` })).toEqual([]);
  });

  it("is not written over what another tab has written", async () => {
    const { sections } = await findOwnProfile(owner);
    await answer({ [note.id]: "一つ目" });
    const second = await writeSection(owner, {
      section: "details",
      before: sections.details,
      after: { details: { ...sections.details.details, [note.id]: "二つ目" } },
      seen: {},
    });
    expect(second).toMatchObject({ written: false, now: { details: { details: { [note.id]: "一つ目" } } } });
  });

  it("is told by the feed as a detail, to those who see it", async () => {
    await answer({ [club.id]: "1" });
    const partsFor = async (viewer: Viewer) =>
      (await listFeed(viewer, feedLoaders, undefined)).lines.flatMap((line) =>
        line.kind === "CHANGED" ? line.parts : [],
      );
    expect(await partsFor(employee)).toEqual(["details"]);
    expect(await partsFor(alumna)).toEqual([]);
  });
});

describe("people are found by their answers", () => {
  it("in words and by filters, as far as one sees them, with counts", async () => {
    await answer({ [club.id]: "1", [note.id]: "翡翠の勾玉" });
    expect(await directory(employee, { q: "蹴鞠" })).toEqual([owner.memberId]);
    expect(await directory(employee, { q: "kemari" })).toEqual([owner.memberId]);
    expect(await directory(employee, { q: "勾玉" })).toEqual([]);
    expect(await directory(alumna, { q: "蹴鞠" })).toEqual([]);
    expect(await directory(alumna, { q: "勾玉" })).toEqual([owner.memberId]);
    expect(await directory(employee, { field: [`${club.id}.1`, `${club.id}.2`] })).toEqual([owner.memberId]);
    expect(await directory(employee, { field: `${club.id}.2` })).toEqual([]);
    expect(await directory(alumna, { field: `${club.id}.1` })).toEqual([]);
    expect(await choicesOf(employee, club)).toEqual([{ value: "1", people: 1 }]);
    expect(await choicesOf(employee, club, { kind: "EMPLOYEE" })).toEqual([]);
    expect(await choicesOf(alumna, club)).toEqual([]);
    // Of one's own words none is a filter.
    expect(await choicesOf(alumna, note)).toEqual([]);
    expect((await listFilters(alumna)).fields.map(({ id }) => id)).toEqual([club.id]);
  });

  it("and by the new name of a choice once search has followed, the answer being the same", async () => {
    await answer({ [club.id]: "1" });
    const renamed = saidOf(club);
    const after = {
      ...renamed,
      choices: renamed.choices.map((one) => (one.id === "1" ? { ...one, ja: "蹴球部", en: null } : one)),
    };
    await writeField(hr, { id: club.id, before: renamed, after });
    expect(await detailsFor(employee)).toEqual(["蹴球部"]);
    await settleFields();
    expect(await directory(employee, { q: "蹴球" })).toEqual([owner.memberId]);
    expect(await directory(employee, { q: "蹴鞠" })).toEqual([]);
    expect(await directory(employee, { field: `${club.id}.1` })).toEqual([owner.memberId]);
  });

  it("and not by a choice that is gone, whose id no other gets", async () => {
    await answer({ [club.id]: "3" });
    expect(await countAnswers(hr, { id: club.id })).toEqual({ people: 1, choices: { 3: 1 } });
    const before = saidOf(club);
    const after = { ...before, choices: [...before.choices.slice(0, 2), choice("弓道部")] };
    const { fields } = await writeField(hr, { id: club.id, before, after });
    expect(fields[0]?.choices.map(({ id }) => id)).toEqual(["1", "2", "4"]);
    expect(await detailsFor(employee)).toEqual([]);
    expect(await directory(employee, { field: `${club.id}.3` })).toEqual([]);
    expect(await directory(employee, { field: [`${club.id}.3`, `${club.id}.1`] })).toEqual([]);
    await settleFields();
    expect(await directory(employee, { q: "流鏑馬" })).toEqual([]);
    expect(await directory(employee, { field: `${club.id}.3` })).toEqual([]);
    expect(await countAnswers(hr, { id: club.id })).toEqual({ people: 0, choices: {} });
  });
});

describe("a retired field", () => {
  it("is hidden from the first moment, and comes back with its answers", async () => {
    await answer({ [club.id]: "1" });
    await retireField(hr, { id: club.id, retired: true });
    for (const settle of [async () => 0, settleFields]) {
      await settle();
      expect(await detailsFor(employee)).toEqual([]);
      expect(await directory(employee, { q: "蹴鞠" })).toEqual([]);
      expect(await directory(employee, { q: "鞠" })).toEqual([]);
      expect(await directory(employee, { field: `${club.id}.1` })).toEqual([]);
      expect(await choicesOf(employee, club)).toEqual([]);
      expect(
        (await listFeed(employee, feedLoaders, undefined)).lines.filter(({ kind }) => kind === "CHANGED"),
      ).toEqual([]);
    }
    expect((await findOwnProfile(owner)).fields.map(({ id }) => id)).not.toContain(club.id);
    await answer({ [club.id]: "2", [note.id]: "そのあいだに" });
    await retireField(hr, { id: club.id, retired: false });
    expect(await detailsFor(employee)).toEqual(["蹴鞠部"]);
    await settleFields();
    expect(await directory(employee, { q: "蹴鞠" })).toEqual([owner.memberId]);
    expect(await choicesOf(employee, club)).toEqual([{ value: "1", people: 1 }]);
  });

  it("moves nobody to those who changed last, be it that they change what others do not see before search has followed", async () => {
    const changedAt = () =>
      database.asOwner("SELECT changed_at FROM search_docs WHERE member_id = $1 ORDER BY viewer_kind", [
        owner.memberId,
      ]);
    await answer({ [club.id]: "1" });
    await saveVisibility(owner, { audiences: { about: "NOBODY" } });
    const before = await changedAt();
    await retireField(hr, { id: club.id, retired: true });
    const { intro } = (await findOwnProfile(owner)).sections;
    const after = { ...intro, about: "誰にも見せません" };
    expect((await writeSection(owner, { section: "intro", before: intro, after })).written).toBe(true);
    expect(await changedAt()).toEqual(before);
    await settleFields();
    expect(await changedAt()).toEqual(before);
  });

  it("that cannot be settled holds up no other", async () => {
    await answer({ [club.id]: "1", [note.id]: "待っています" });
    await retireField(hr, { id: club.id, retired: true });
    await retireField(hr, { id: note.id, retired: true });
    await database.asOwner(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF new.settled_to IS NOT NULL AND new.id = '${club.id}' THEN RAISE EXCEPTION 'no'; END IF; RETURN new; END $$`);
    await database.asOwner(
      "CREATE TRIGGER refuse BEFORE UPDATE ON company_fields FOR EACH ROW EXECUTE FUNCTION refuse()",
    );
    expectLog("error", /could not follow a field/);
    await settleFields();
    await database.asOwner("DROP FUNCTION refuse CASCADE");
    const waiting = await database.asOwner("SELECT id FROM company_fields WHERE stale_at IS NOT NULL");
    expect(waiting).toEqual([{ id: club.id }]);
    await database.asOwner("UPDATE company_fields SET stale_at = now() WHERE stale_at IS NOT NULL");
    await settleFields();
    expect(await database.asOwner("SELECT FROM company_fields WHERE stale_at IS NOT NULL")).toEqual([]);
  });

  it("is deleted for good, and nothing of it is left", async () => {
    await answer({ [club.id]: "1", [note.id]: "残ります" });
    await expect(deleteField(hr, { id: club.id })).rejects.toThrow(NotFound);
    await retireField(hr, { id: club.id, retired: true });
    await deleteField(hr, { id: club.id });
    expect((await listDeskFields(hr)).map(({ id }) => id)).toEqual([note.id, year.id]);
    expect(await directory(employee, { q: "蹴鞠" })).toEqual([]);
    await expect(retireField(hr, { id: club.id, retired: false })).rejects.toThrow(NotFound);
    await settleFields();
    for (const table of ["profiles", "search_docs", "company_fields"])
      expect(
        await database.asOwner(`SELECT FROM ${table} t WHERE to_jsonb(t)::text ~ '${club.id}|蹴鞠'`),
        table,
      ).toEqual([]);
    expect(await detailsFor(alumna)).toEqual(["残ります"]);
  });
});
