import { z } from "zod";
import { audiences } from "#lib/people/audiences.ts";
import { fieldKinds } from "#lib/people/details.ts";
import { optional } from "#lib/people/fields.ts";
import { maxFieldChoices } from "#lib/people/policy.ts";

// What HR says of a field of the company's own. In one language at least.

const choice = z
  .object({
    /** Null for a new one. */
    id: z
      .string()
      .regex(/^\d{1,6}$/)
      .nullable(),
    ja: optional("fieldChoice"),
    en: optional("fieldChoice"),
  })
  .refine(({ ja, en }) => ja !== null || en !== null, { error: "required", path: ["ja"] });

const saidSchema = z
  .object({
    kind: z.enum(fieldKinds),
    name: z
      .object({ ja: optional("fieldName"), en: optional("fieldName") })
      .refine(({ ja, en }) => ja !== null || en !== null, { error: "required", path: ["ja"] }),
    hint: z.object({ ja: optional("fieldHint"), en: optional("fieldHint") }),
    audience: z.enum(audiences),
    choices: z.array(choice).max(maxFieldChoices, { error: "tooMany" }),
  })
  .superRefine(({ kind, choices }, context) => {
    if (kind !== "CHOICE") return;
    if (choices.length < 2) context.addIssue({ code: "custom", message: "tooFew", path: ["choices"] });
    const names = choices.map(({ ja, en }) => `${ja ?? ""} ${en ?? ""}`);
    for (const [index, name] of names.entries())
      if (names.indexOf(name) < index)
        context.addIssue({ code: "custom", message: "twice", path: ["choices", index, "ja"] });
  });
/** What is said of a field. */
export type SaidField = z.output<typeof saidSchema>;

/** One that is added; or one that is there, as it was when they began, and as it is to be. */
export const addedFieldSchema = z.object({ after: saidSchema });
export const writtenFieldSchema = z.object({ id: z.uuid(), before: saidSchema, after: saidSchema });
export const namedFieldSchema = z.object({ id: z.uuid() });
export const movedFieldSchema = z.object({ id: z.uuid(), by: z.union([z.literal(-1), z.literal(1)]) });
export const retiredFieldSchema = z.object({ id: z.uuid(), retired: z.boolean() });
