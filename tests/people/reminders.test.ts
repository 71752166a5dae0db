import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { blockMember } from "#lib/chat/blocks.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { findPerson } from "#lib/people/people.ts";
import {
  answerEmployer,
  findEmployerToConfirm,
  findSuggestion,
  putOffSuggestions,
} from "#lib/people/reminders.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let kosaku: Viewer;
let sakura: Viewer;

beforeAll(async () => {
  kosaku = await viewerOf(database, "kosaku", "aoba");
  sakura = await viewerOf(database, "sakura", "aoba");
});
beforeEach(async () => {
  await database.asOwner(
    "UPDATE profiles SET suggest_after = NULL, employer_asked_at = now() WHERE member_id = $1",
    [kosaku.memberId],
  );
  await database.asOwner("DELETE FROM chat_blocks");
});

const past = (days: number) =>
  database.asOwner(
    "UPDATE profiles SET employer_asked_at = now() - make_interval(days => $2) WHERE member_id = $1",
    [kosaku.memberId, days],
  );
async function writeEmployer(employer: string | null): Promise<void> {
  const { sections } = await findOwnProfile(kosaku);
  await writeSection(kosaku, {
    section: "work",
    before: sections.work,
    after: { ...sections.work, employer },
  });
}

test("whether one is still there is asked half a year after it was written, answered or put off", async () => {
  await past(181);
  expect(await findEmployerToConfirm(kosaku)).toBe(null);
  await past(183);
  expect(await findEmployerToConfirm(kosaku)).toBe("髙橋品質事務所");
  const before = await answerEmployer(kosaku, {});
  expect(await findEmployerToConfirm(kosaku)).toBe(null);
  await answerEmployer(kosaku, { back: before ?? "" });
  expect(await findEmployerToConfirm(kosaku)).toBe("髙橋品質事務所");
  await writeEmployer("別の事務所");
  expect(await findEmployerToConfirm(kosaku)).toBe(null);
  await writeEmployer("髙橋品質事務所");
});

test("who wrote no employer is not asked, and nobody is put off for longer than half a year", async () => {
  expect(await findEmployerToConfirm(sakura)).toBe(null);
  expect(await answerEmployer(sakura, {})).toBe(null);
  await writeEmployer(null);
  await past(400);
  expect(await findEmployerToConfirm(kosaku)).toBe(null);
  await writeEmployer("髙橋品質事務所");
  await answerEmployer(kosaku, { back: "2999-01-01T00:00:00Z" });
  const [{ ahead } = { ahead: true }] = await database.asOwner<{ ahead: boolean }>(
    "SELECT employer_asked_at > now() AS ahead FROM profiles WHERE member_id = $1",
    [kosaku.memberId],
  );
  expect(ahead).toBe(false);
});

test("that one was asked, answered or put it off changes nothing that others see", async () => {
  const read = async () =>
    JSON.stringify([
      await findPerson(sakura, kosaku.memberId),
      await listDirectory(sakura, directoryQuerySchema.parse({ sort: "changed" })),
      await database.asOwner("SELECT id FROM feed_events ORDER BY id"),
      await database.asOwner("SELECT changed_at FROM search_docs WHERE member_id = $1 ORDER BY viewer_kind", [
        kosaku.memberId,
      ]),
    ]);
  const before = await read();
  await past(200);
  await answerEmployer(kosaku, {});
  await putOffSuggestions(kosaku);
  expect(await read()).toBe(before);
  // Nor when something else is written afterwards.
  await saveVisibility(kosaku, { audiences: { photo: "EVERYONE" } });
  expect(await read()).toBe(before);
});

/** Those whom the viewer finds who match, of which the directory shows all on its pages. */
async function countFound(query: object): Promise<number> {
  const { total } = await listDirectory(kosaku, directoryQuerySchema.parse(query));
  return total;
}

test("a number is of those whom the viewer finds themselves", async () => {
  await saveVisibility(kosaku, { audiences: { department: "ALUMNI" } });
  const asked = { with: "me", department: "品質保証部", kind: "EMPLOYEE" };
  const people = await countFound(asked);
  expect(people).toBeGreaterThan(1);
  expect(await findSuggestion(kosaku)).toEqual({
    field: "department",
    value: "品質保証部",
    people,
    atLeast: false,
  });
  const [one] = (await listDirectory(kosaku, directoryQuerySchema.parse(asked))).people;
  await blockMember(kosaku, one?.memberId ?? "");
  expect(await findSuggestion(kosaku)).toMatchObject({ field: "department", people: people - 1 });
  await database.asOwner("DELETE FROM chat_blocks");
  // Years count those of every department, who are more.
  await saveVisibility(kosaku, { audiences: { tenure: "NOBODY" } });
  expect(await findSuggestion(kosaku)).toMatchObject({
    field: "tenure",
    people: await countFound({ with: "me" }),
  });
  await saveVisibility(kosaku, { audiences: { tenure: "EVERYONE", department: "EMPLOYEES" } });
  expect((await findSuggestion(kosaku))?.field).not.toBe("department");
});

test("an employer that is hidden is worth a word where somebody shows the same", async () => {
  await saveVisibility(kosaku, { audiences: { work: "NOBODY" } });
  expect(await findSuggestion(kosaku)).toBe(null);
  await writeEmployer("ラークフィールド・マテリアルズ");
  expect(await findSuggestion(kosaku)).toEqual({
    field: "work",
    value: "ラークフィールド・マテリアルズ",
    people: await countFound({ employer: "ラークフィールド・マテリアルズ" }),
    atLeast: false,
  });
  await writeEmployer("髙橋品質事務所");
  await saveVisibility(kosaku, { audiences: { work: "EVERYONE" } });
});

test("a former surname comes before what is not written, and of that what one is open to first", async () => {
  const { sections } = await findOwnProfile(kosaku);
  const { names, intro, purposes, skills, area } = sections;
  await writeSection(kosaku, { section: "intro", before: intro, after: { ...intro, headline: null } });
  expect(await findSuggestion(kosaku)).toMatchObject({ field: "headline", people: null });
  await writeSection(kosaku, { section: "area", before: area, after: { area: null } });
  expect(await findSuggestion(kosaku)).toMatchObject({ field: "area", people: null });
  await writeSection(kosaku, { section: "skills", before: skills, after: { skills: [] } });
  expect(await findSuggestion(kosaku)).toMatchObject({ field: "skills", people: null });
  await writeSection(kosaku, { section: "purposes", before: purposes, after: { purposes: [] } });
  const open = await findSuggestion(kosaku);
  expect(open).toMatchObject({ field: "purposes" });
  expect(open?.people).toBe(await countFound({ open: open?.value ?? "" }));
  const former = { ...names, formerFamilyName: "鈴木" };
  await writeSection(kosaku, { section: "names", before: names, after: former });
  await saveVisibility(kosaku, { audiences: { formerName: "NOBODY" } });
  expect(await findSuggestion(kosaku)).toEqual({
    field: "formerName",
    value: "鈴木",
    people: null,
    atLeast: false,
  });
  await putOffSuggestions(kosaku);
  expect(await findSuggestion(kosaku)).toBe(null);
  await database.asOwner("UPDATE profiles SET suggest_after = suggest_after - interval '90 days'");
  expect(await findSuggestion(kosaku)).toMatchObject({ field: "formerName" });
  // Nobody would find them by it.
  await saveVisibility(kosaku, { unlisted: true });
  expect(await findSuggestion(kosaku)).toBe(null);
  await saveVisibility(kosaku, { unlisted: false });
});
