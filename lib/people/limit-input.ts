import { z } from "zod";
import { audienceFields, limits, limitsFor } from "#lib/people/audiences.ts";

// Who sees a field at most, as HR says it: a field that every profile has, or one of the company's own by its id.

const field = z.union([z.enum(audienceFields), z.uuid()]);
/** What stood there as one began, and what is to stand there. */
export const saidLimitSchema = z
  .object({ field, before: z.enum(limits), after: z.enum(limits) })
  .refine(({ field, after }) => limitsFor(field).includes(after), { error: "invalid", path: ["after"] });
export type SaidLimit = z.output<typeof saidLimitSchema>;

export const countedLimitSchema = z.object({ field, after: z.enum(limits) });
