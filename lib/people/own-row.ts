import "server-only";
import { z } from "zod";
import { snakeCase } from "#lib/column-names.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { answersIn, answersRow, ownField } from "#lib/people/answers.ts";
import { audienceFields, audiences, rehireAudiences } from "#lib/people/audiences.ts";
import { readFields } from "#lib/people/company-fields.ts";
import { day, dayOrNull } from "#lib/people/days.ts";
import type { OwnField, OwnProfile, Sections } from "#lib/people/input.ts";
import { readLimits } from "#lib/people/limits.ts";
import { photoName } from "#lib/people/photo-name.ts";
import { purposesOf } from "#lib/people/purposes.ts";
import { columnsOf, profileRow } from "#lib/people/visible.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRow } from "#lib/sql.ts";

const ownRow = profileRow.extend({
  details: answersRow,
  joinedOn: z.coerce.date(),
  department: z.string(),
  unlisted: z.boolean(),
});
const audiencesRow = z.record(z.enum(audienceFields), z.enum([...audiences, ...rehireAudiences]));
const shownToColumns = Prisma.raw(
  audienceFields
    .map(snakeCase)
    .map((field) => `${field}_audience AS ${field}`)
    .join(", "),
);

/** The profile of the transaction's own member, by its sections. */
export async function readOwn(tx: ReadTx): Promise<Omit<OwnProfile, "rehireContact">> {
  const [row, shownTo, limits, asked] = await Promise.all([
    sqlRow(tx, ownRow)`SELECT ${columnsOf(ownRow)} FROM own_profile()`,
    sqlRow(tx, audiencesRow)`SELECT ${shownToColumns} FROM own_profile()`,
    readLimits(tx),
    readFields(tx),
  ]);
  const fields = asked.map((field) => ownField(field, row.details[field.id]));
  const { department, title, joinedOn, leftOn } = row;
  return {
    sections: sectionsOf(row, fields),
    fields,
    recorded: { department, title, joinedOn: day(joinedOn), leftOn: dayOrNull(leftOn) },
    audiences: shownTo,
    limits,
    photo: row.photoId && photoName(row.photoId),
    unlisted: row.unlisted,
  };
}

function sectionsOf(row: z.output<typeof ownRow>, fields: readonly OwnField[]): Sections {
  const { familyName, givenName, familyNameKana, givenNameKana, preferredName } = row;
  const { formerFamilyName, formerFamilyNameKana, headline, about, area, skills, links } = row;
  const { employer, employerTitle, industry, work } = row;
  const given = { familyName, givenName, familyNameKana, givenNameKana, preferredName };
  return {
    names: { ...given, formerFamilyName, formerFamilyNameKana },
    intro: { headline, about },
    work: { employer, employerTitle, industry, work },
    career: { positions: row.positions },
    area: { area },
    purposes: { purposes: purposesOf(row) },
    skills: { skills },
    links: { links },
    details: { details: answersIn(fields, row.details) },
  };
}
