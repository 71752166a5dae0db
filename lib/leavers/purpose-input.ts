import { z } from "zod";
import { graphemesOf } from "#lib/graphemes.ts";
import { keepingMonths, maxPurposeLength } from "./schema.ts";

const text = z
  .string()
  .nullable()
  .transform((value) => value?.trim() || null)
  .refine((value) => value === null || [...graphemesOf(value)].length <= maxPurposeLength, {
    error: "tooLong",
  });

const textsSchema = z
  .object({ ja: text, en: text })
  .refine(({ ja, en }) => ja !== null || en !== null, { error: "required", path: ["ja"] });

/** As it was when they began, and as it is to be. Before the first there is none. */
export const writtenPurposeSchema = z.object({
  before: z.object({ ja: text, en: text }),
  after: textsSchema,
});
export const keepingSchema = z.object({ months: z.literal(keepingMonths) });
