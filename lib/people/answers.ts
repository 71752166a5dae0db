import "server-only";
import { z } from "zod";
import { Invalid } from "#lib/errors.ts";
import { type Audience, audienceFields, audiences } from "#lib/people/audiences.ts";
import { type KeptField, shown } from "#lib/people/company-fields.ts";
import type { CompanyField } from "#lib/people/details.ts";
import type { OwnField, Sections } from "#lib/people/input.ts";
import { firstDetailYear, lastDetailYear } from "#lib/people/policy.ts";

// What somebody answers to what their company asks besides. Of what it asks no more the answers stay, and are nobody's to read.

/** As they stand in the profile, by the fields. */
export const answersRow = z.record(
  z.string(),
  z.object({ value: z.string().nullable(), audience: z.enum(audiences) }),
);
export type Answers = z.output<typeof answersRow>;

type Written = Sections["details"]["details"];

/** A field, and who sees what was answered, or would at first. */
export function ownField(field: KeptField, answer: Answers[string] | undefined): OwnField {
  return { ...shown(field), shownTo: answer?.audience ?? field.audience, widest: field.widest };
}

/** What stands there of each of these fields; null where that is a choice that is there no more. */
export function answersIn(fields: readonly CompanyField[], answers: Answers): Written {
  const given = fields.map((field) => {
    const value = answers[field.id]?.value ?? null;
    return [field.id, value !== null && fits(field, value) ? value : null];
  });
  return Object.fromEntries(given);
}

/** What was written of each of these fields, and of no other. */
export function answersTo(fields: readonly CompanyField[], written: Written): Written {
  return Object.fromEntries(fields.map(({ id }) => [id, written[id] ?? null]));
}

/** The same of what stood there as one began; what cannot be read is left as it is. */
export function answersBefore(fields: readonly CompanyField[], before: unknown): unknown {
  const read = beforeSchema.safeParse(before);
  return read.success ? { details: answersTo(fields, read.data.details) } : before;
}

const beforeSchema = z.object({ details: z.record(z.string(), z.string().nullable()) });

/** Throws Invalid for what is no answer to a field. */
export function requireAnswers(fields: readonly CompanyField[], written: Written): void {
  const wrong = fields.flatMap((field) => {
    const value = written[field.id] ?? null;
    return value === null || fits(field, value) ? [] : [[`after.details.${field.id}`, errors[field.kind]]];
  });
  if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong));
}

const errors = { TEXT: "tooLong", CHOICE: "gone", YEAR: "year" };

function fits({ kind, choices }: CompanyField, value: string): boolean {
  if (kind === "CHOICE") return choices.some(({ id }) => id === value);
  if (kind === "TEXT") return true;
  return /^\d{4}$/.test(value) && Number(value) >= firstDetailYear && Number(value) <= lastDetailYear;
}

/**
 * With what was written; who sees it is as it was chosen, or at first as the company has it. Where the company has it otherwise by now than the
 * page said (`seen`), nobody does.
 */
export function withAnswers(
  kept: Answers,
  fields: readonly OwnField[],
  written: Written,
  seen: Record<string, CompanyField["audience"]>,
): Answers {
  const next = fields.flatMap(({ id, shownTo }) => {
    const value = written[id] ?? null;
    const audience = kept[id] || seen[id] === shownTo ? shownTo : "NOBODY";
    return value === null && !kept[id] ? [] : [[id, { value, audience }]];
  });
  return { ...kept, ...Object.fromEntries(next) };
}

/** With these audiences; of what is no field nothing is kept. */
export function withAudiences(
  kept: Answers,
  fields: readonly CompanyField[],
  chosen: Record<string, CompanyField["audience"]>,
): Answers {
  const next = fields.flatMap(({ id }) => {
    const audience = chosen[id];
    return audience ? [[id, { value: kept[id]?.value ?? null, audience }]] : [];
  });
  return { ...kept, ...Object.fromEntries(next) };
}

const companyFieldAudience = z.enum(audiences);
const known: ReadonlySet<string> = new Set(audienceFields);

/** Audiences of the fields that every profile has, and those of a company's own, which have ids. */
export function partAudiences(chosen: Record<string, Audience | undefined>) {
  const ofProfile: Record<string, Audience> = {};
  const ofCompany: Record<string, CompanyField["audience"]> = {};
  for (const [field, audience] of Object.entries(chosen)) {
    if (!audience) continue;
    const parsed = companyFieldAudience.safeParse(audience);
    if (known.has(field)) ofProfile[field] = audience;
    else if (parsed.success) ofCompany[field] = parsed.data;
  }
  return { ofProfile, ofCompany };
}
