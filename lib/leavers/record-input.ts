import { z } from "zod";
import { isBlank } from "#lib/blank.ts";
import { parametersOf } from "#lib/people/directory-query.ts";
import { maxLeaverLength, maxMatching, maxTags } from "./list-policy.ts";
import { leaverQuerySchema } from "./list-query.ts";
import { grounds } from "./schema.ts";

/** As much as a field of a form sends at most: longer texts are cut by nobody, and refused. */
const typed = (max: number) => z.string().max(max, { error: "too-long" });

/** Tags as they are kept: without what cannot be seen, each once. */
const tag = z
  .string()
  .transform((text) =>
    text
      .toWellFormed()
      .normalize("NFC")
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim(),
  )
  .pipe(z.string().min(1).max(maxLeaverLength.tag, { error: "too-long" }));

/** A leaver as HR types them, field by field; what is empty is not known. */
export const typedLeaverSchema = z.object({
  number: typed(maxLeaverLength.number),
  familyName: typed(maxLeaverLength.name),
  givenName: typed(maxLeaverLength.name),
  familyNameKana: typed(maxLeaverLength.name),
  givenNameKana: typed(maxLeaverLength.name),
  preferredName: typed(maxLeaverLength.name),
  formerFamilyName: typed(maxLeaverLength.name),
  registeredFamilyName: typed(maxLeaverLength.name),
  registeredGivenName: typed(maxLeaverLength.name),
  joinedOn: typed(40),
  leftOn: typed(40),
  department: typed(maxLeaverLength.department),
  title: typed(maxLeaverLength.title),
  employment: typed(maxLeaverLength.employment),
  mail: typed(maxLeaverLength.mail),
  workMail: typed(maxLeaverLength.mail),
  deceased: z.boolean(),
  tags: z
    .array(tag)
    .max(maxTags)
    .transform((tags) => [...new Set(tags)]),
  note: typed(maxLeaverLength.note).transform((text) => (isBlank(text) ? "" : text.toWellFormed().trim())),
  ground: z.enum(grounds).nullable(),
  groundOn: typed(40),
  groundDocument: typed(maxLeaverLength.groundDocument),
});
export type TypedLeaver = z.output<typeof typedLeaverSchema>;

const id = z.uuid();
const version = z.int().min(1);

export const writtenLeaverSchema = z.object({ id, version, typed: typedLeaverSchema });
export const addedLeaverSchema = z.object({ typed: typedLeaverSchema });
export const mergedLeaversSchema = z.object({
  kept: z.object({ id, version }),
  other: z.object({ id, version }),
  typed: typedLeaverSchema,
});

/** A question as the address of the list has it. */
const addressedQuery = z
  .string()
  .max(8000)
  .transform((text) => leaverQuerySchema.parse(parametersOf(new URLSearchParams(text))));

/** Some leavers, or all whom a question means: as many as HR was told of. */
export const selectionSchema = z.union([
  z.object({ ids: z.array(id).min(1).max(maxMatching) }),
  z.object({ query: addressedQuery, count: z.int().min(1).max(maxMatching) }),
]);
export type Selection = z.output<typeof selectionSchema>;
export type GivenSelection = z.input<typeof selectionSchema>;

export const taggedLeaversSchema = z.object({ of: selectionSchema, tag, on: z.boolean() });
const day = z.iso.date();
const groundSchema = z.object({
  ground: z.enum(grounds).nullable(),
  groundOn: day.nullable(),
  groundDocument: z.string().trim().max(maxLeaverLength.groundDocument).nullable(),
});
export type GroundOf = z.output<typeof groundSchema>;
export const groundedLeaversSchema = z.object({ of: selectionSchema, ground: groundSchema });
/** Grounds as they were, each with those of whom they were recorded, and what was set in their place. */
export const restoredGroundsSchema = z.object({
  before: z.array(groundSchema.extend({ ids: z.array(id).max(maxMatching) })).max(maxMatching),
  set: groundSchema,
});
export const erasedLeaversSchema = z.object({ of: selectionSchema });
