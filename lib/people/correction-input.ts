import { z } from "zod";
import { isMonth, optional, required } from "#lib/people/fields.ts";
import { lastDayOf } from "#lib/people/positions.ts";

const anywhereAheadMs = 14 * 60 * 60 * 1000;

/** A month that somebody names and that has begun somewhere, as the day that is recorded. */
const day = (end: "first" | "last") =>
  z
    .string()
    .nullable()
    .refine((month) => month !== null && isMonth(month), { error: "required" })
    .transform((month) => (end === "last" ? lastDayOf(month ?? "") : `${month}-01`))
    .refine(
      (value) => value.slice(0, 7) <= new Date(Date.now() + anywhereAheadMs).toISOString().slice(0, 7),
      {
        error: "future",
      },
    );

/** What HR is asked to record instead, and why; a month stands for its first day of work, or for its last. */
export const askedCorrectionSchema = z.discriminatedUnion("field", [
  z.object({ field: z.literal("JOINED_ON"), proposed: day("first"), note: required("note") }),
  z.object({ field: z.literal("LEFT_ON"), proposed: day("last"), note: required("note") }),
  z.object({ field: z.literal("DEPARTMENT"), proposed: required("department"), note: required("note") }),
  z.object({ field: z.literal("TITLE"), proposed: optional("title"), note: required("note") }),
]);
export const takenBackSchema = z.object({ id: z.uuid() });
export const decidedCorrectionSchema = z.object({
  id: z.uuid(),
  confirm: z.boolean(),
  answer: optional("note"),
});
