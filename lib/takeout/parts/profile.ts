import "server-only";
import { z } from "zod";
import type { AudienceField } from "#lib/people/audiences.ts";
import { findRehireContact } from "#lib/people/rehire-contacts.ts";
import { columnsOf, profileRow } from "#lib/people/visible.ts";
import { sqlRow, sqlRows } from "#lib/sql.ts";
import { type Row, time, type Value, wholePart } from "#lib/takeout/part.ts";

const audience = z.string();
const profileAndAudiences = profileRow
  .omit({ joinedOn: true, leftOn: true, department: true, title: true, positions: true, details: true })
  .extend({
    unlisted: z.boolean(),
    employerAskedAt: time.nullable(),
    suggestAfter: time.nullable(),
    headlineAudience: audience,
    aboutAudience: audience,
    tenureAudience: audience,
    departmentAudience: audience,
    formerNameAudience: audience,
    workAudience: audience,
    areaAudience: audience,
    purposesAudience: audience,
    rehireAudience: audience,
    skillsAudience: audience,
    linksAudience: audience,
    photoAudience: audience,
  } satisfies Record<`${AudienceField}Audience`, typeof audience> & Record<string, z.ZodType>);
type Profile = z.output<typeof profileAndAudiences>;

/** A row for each field, with who sees it. */
export const profile = wholePart(
  "profile",
  ["field", "value", "audience"],
  async (tx) => {
    const own = await sqlRow(
      tx,
      profileAndAudiences,
    )`SELECT ${columnsOf(profileAndAudiences)} FROM own_profile()`;
    return rowsOf(own, (await findRehireContact(tx))?.displayName ?? null);
  },
  { audience: "Audience", value: "purposes" },
);

function rowsOf(own: Profile, rehireContact: string | null): Row[] {
  const shown = (fields: Record<string, Value>, seenBy: string): Row[] =>
    Object.entries(fields).map(([field, value]) => ({ field, value, audience: seenBy }));
  const { familyName, givenName, familyNameKana, givenNameKana, preferredName, sortKey } = own;
  const { formerFamilyName, formerFamilyNameKana, employer, employerTitle, industry, work } = own;
  const { rehire, purposes, purposeNotes, photoId, unlisted, employerAskedAt, suggestAfter } = own;
  const { REHIRE: rehireNote = null, ...otherNotes } = purposeNotes;
  const notes = Object.entries(otherNotes).map(([purpose, note]) => `${purpose}: ${note}`);
  return [
    ...shown({ familyName, givenName, familyNameKana, givenNameKana, preferredName, sortKey }, "EVERYONE"),
    ...shown({ formerFamilyName, formerFamilyNameKana }, own.formerNameAudience),
    ...shown({ headline: own.headline }, own.headlineAudience),
    ...shown({ about: own.about }, own.aboutAudience),
    ...shown({ employer, employerTitle, industry, work }, own.workAudience),
    ...shown({ area: own.area }, own.areaAudience),
    ...shown({ purposes, purposeNotes: notes }, own.purposesAudience),
    ...shown({ rehire, rehireNote, rehireContact }, own.rehireAudience),
    ...shown({ skills: own.skills }, own.skillsAudience),
    ...shown({ links: own.links }, own.linksAudience),
    ...shown({ photo: photoId && photoPath }, own.photoAudience),
    ...shown({ tenure: null }, own.tenureAudience),
    ...shown({ department: null }, own.departmentAudience),
    ...shown({ unlisted, employerAskedAt, suggestAfter }, "NOBODY"),
  ];
}

/** Where the photo lies in a takeout. */
export const photoPath = "photo.webp";

const answerRow = z.object({
  fieldJa: z.string().nullable(),
  fieldEn: z.string().nullable(),
  hintJa: z.string().nullable(),
  hintEn: z.string().nullable(),
  value: z.string().nullable(),
  audience,
  asked: z.boolean(),
});
/** What was answered to the company's own fields, also to those that it asks no more; a choice by its names. */
export const answers = wholePart(
  "answers",
  Object.keys(answerRow.shape),
  (tx, { companyId }) =>
    sqlRows(tx, answerRow)`
      SELECT f.name_ja AS field_ja, f.name_en AS field_en, f.hint_ja, f.hint_en, d.value ->> 'audience' AS audience, f.state = 'SHOWN' AS asked,
          coalesce((SELECT concat_ws(' / ', choice ->> 'ja', choice ->> 'en') FROM jsonb_array_elements(f.choices) choice
            WHERE choice ->> 'id' = d.value ->> 'value'), d.value ->> 'value') AS value
        FROM own_profile() p CROSS JOIN LATERAL jsonb_each(p.details) d JOIN company_fields f ON f.company_id = ${companyId}::uuid AND f.id = d.key::uuid
        WHERE f.state <> 'DELETED' ORDER BY f.place, f.id`,
  { audience: "Audience" },
);

const positionRow = z.object({
  department: z.string(),
  title: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
});
export const positions = wholePart(
  "positions",
  Object.keys(positionRow.shape),
  (tx) =>
    sqlRows(tx, positionRow)`
      SELECT held ->> 'department' AS department, held ->> 'title' AS title, held ->> 'from' AS "from", held ->> 'until' AS until
        FROM own_profile() p, jsonb_array_elements(p.positions) WITH ORDINALITY AS positions (held, nth) ORDER BY nth`,
);

const searchRow = z.object({
  name: z.string(),
  query: z.string(),
  createdAt: time,
  watched: z.boolean(),
  lookedAt: time.nullable(),
  openedAt: time,
  toldAt: time.nullable(),
  tooWide: z.boolean(),
});
export const savedSearches = wholePart(
  "savedSearches",
  Object.keys(searchRow.shape),
  (tx, { companyId, memberId }) =>
    sqlRows(tx, searchRow)`
      SELECT name, query, created_at, look_after IS NOT NULL AS watched, looked_at, opened_at, told_at, too_wide FROM saved_searches
        WHERE company_id = ${companyId}::uuid AND member_id = ${memberId}::uuid ORDER BY created_at, id`,
);
