import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import { snakeCase } from "#lib/column-names.ts";
import type { Tx } from "#lib/db.ts";
import { Invalid } from "#lib/errors.ts";
import {
  type Answers,
  answersBefore,
  answersRow,
  answersTo,
  partAudiences,
  requireAnswers,
  withAnswers,
  withAudiences,
} from "#lib/people/answers.ts";
import type { Audience } from "#lib/people/audiences.ts";
import { tellChanges } from "#lib/people/changes.ts";
import { readFields } from "#lib/people/company-fields.ts";
import { day } from "#lib/people/days.ts";
import type { OwnField, OwnProfile, Sections, visibilitySchema, Written } from "#lib/people/input.ts";
import { sortKey } from "#lib/people/names.ts";
import { readOwn } from "#lib/people/own-row.ts";
import { inTime } from "#lib/people/positions.ts";
import { chooseRehireContact, findRehireContact } from "#lib/people/rehire-contacts.ts";
import { putOwnSearchDocs } from "#lib/people/search-docs.ts";
import { sqlRow } from "#lib/sql.ts";

/** All of the viewer's own profile, by the sections in which it is written, with who may see what. */
export async function findOwnProfile(viewer: Viewer): Promise<OwnProfile> {
  return readAs(viewer, async (tx) => {
    const [own, rehireContact] = await Promise.all([readOwn(tx), findRehireContact(tx)]);
    return { ...own, rehireContact };
  });
}

/**
 * Writes a section of the viewer's own profile, unless it has become another one since they began to write it: then nothing is written.
 * Returns whether it was, and what stands there now.
 */
export async function writeSection(
  viewer: Viewer,
  written: Written,
): Promise<{ written: boolean; now: Sections }> {
  return withViewer(viewer, async (tx) => {
    await tx.$executeRaw`SELECT lock_own_profile()`;
    const { sections: now, recorded, fields } = await readOwn(tx);
    const kept = inOrder(written, fields);
    const { section, before, after } = kept;
    // What is wrong is told in the order in which it was sent.
    if (written.section === "career") requireWithin(recorded, written.after.positions);
    if (kept.section === "details") requireAnswers(fields, kept.after.details);
    if (isDeepStrictEqual(now[section], after)) return { written: true, now };
    if (!isDeepStrictEqual(now[section], before)) return { written: false, now };
    const next = { ...now, [section]: after };
    await put(tx, kept.section === "details" ? await detailsColumn(tx, fields, kept) : columnsFor(kept));
    await tellChanges(tx, viewer, [now, next]);
    return { written: true, now: next };
  });
}

/** As it is kept: what one held here in the order of time, and of answers those to what the company asks now. */
function inOrder(written: Written, fields: readonly OwnField[]): Written {
  if (written.section === "details")
    return {
      ...written,
      before: answersBefore(fields, written.before),
      after: { details: answersTo(fields, written.after.details) },
    };
  if (written.section !== "career") return written;
  return { ...written, after: { positions: inTime(written.after.positions) } };
}

/** Nobody held something here before they came, after they left, or in a time to come. */
function requireWithin(
  { joinedOn, leftOn }: OwnProfile["recorded"],
  positions: Sections["career"]["positions"],
): void {
  const [first, last] = [joinedOn.slice(0, 7), (leftOn ?? lastDayAnywhere()).slice(0, 7)];
  const outside = positions.flatMap((position, index) =>
    (["from", "until"] as const).flatMap((field) => {
      const month = position[field];
      return month && (month < first || month > last)
        ? [[`after.positions.${index}.${field}`, "outside"]]
        : [];
    }),
  );
  if (outside.length > 0) throw new Invalid(Object.fromEntries(outside));
}

/** Today where it is tomorrow first. */
function lastDayAnywhere(): string {
  return day(new Date(Date.now() + 14 * 60 * 60 * 1000));
}

/**
 * Keeps who may see what of the viewer, and whether the directory lists them; what is left out stays. Throws Invalid where they name somebody
 * for their interest in being rehired who is no employee whom they find.
 */
export async function saveVisibility(
  viewer: Viewer,
  { audiences: chosen = {}, rehireContact = null, unlisted }: z.output<typeof visibilitySchema>,
): Promise<void> {
  await withViewer(viewer, async (tx) => {
    if (chosen.rehire) await chooseRehireContact(tx, chosen.rehire === "CONTACT" ? rehireContact : null);
    await tx.$executeRaw`SELECT lock_own_profile()`;
    await put(tx, {
      ...(await audienceColumns(tx, chosen)),
      ...(unlisted !== undefined && { unlisted }),
    });
    await tellChanges(tx, viewer);
  });
}

/** Has the directory list the transaction's own member, or leave them out; with what they are found by. */
export async function listOwnProfile(tx: Tx, listed: boolean): Promise<void> {
  await tx.$executeRaw`SELECT lock_own_profile()`;
  await put(tx, { unlisted: !listed });
}

/** Writes columns of the own profile, and what it is found by. */
async function put(tx: Tx, columns: Record<string, unknown>): Promise<void> {
  const named = Object.entries(columns).map(([name, value]) => [snakeCase(name), value]);
  await tx.$executeRaw`SELECT put_own_profile(${JSON.stringify(Object.fromEntries(named))}::jsonb)`;
  await putOwnSearchDocs(tx);
}

/** Who may see what of them, of the fields that every profile has and of the company's own. */
async function audienceColumns(
  tx: Tx,
  chosen: Record<string, Audience | undefined>,
): Promise<Record<string, unknown>> {
  const { ofProfile, ofCompany } = partAudiences(chosen);
  const columns = Object.entries(ofProfile).map(([field, audience]) => [`${field}Audience`, audience]);
  if (Object.keys(ofCompany).length === 0) return Object.fromEntries(columns);
  const details = withAudiences(await readAnswers(tx), await readFields(tx), ofCompany);
  return { ...Object.fromEntries(columns), details };
}

async function detailsColumn(
  tx: Tx,
  fields: readonly OwnField[],
  { after, seen }: Extract<Written, { section: "details" }>,
) {
  return { details: withAnswers(await readAnswers(tx), fields, after.details, seen) };
}

async function readAnswers(tx: Tx): Promise<Answers> {
  return (await sqlRow(tx, z.object({ details: answersRow }))`SELECT details FROM own_profile()`).details;
}

/** The columns of a section, and no other: what is written anew would look as if it had changed. */
function columnsFor({ section, after }: Exclude<Written, { section: "details" }>): Record<string, unknown> {
  if (section === "names") return { ...after, sortKey: sortKey(after) };
  if (section !== "purposes") return after;
  const { purposes } = after;
  return {
    rehire: purposes.some(({ purpose }) => purpose === "REHIRE"),
    purposes: purposes.map(({ purpose }) => purpose).filter((purpose) => purpose !== "REHIRE"),
    purposeNotes: Object.fromEntries(
      purposes.flatMap(({ purpose, note }) => (note ? [[purpose, note]] : [])),
    ),
  };
}
