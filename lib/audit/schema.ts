import { z } from "zod";

/**
 * What of somebody was looked at: their record, that they would come back, what they say about their record, what the company shows to HR alone; or
 * that they were found by something that employees do not see.
 */
export const matters = ["RECORD", "REHIRE", "CORRECTION", "LIMITED", "FOUND"] as const;

/** That somebody of HR looked at something of the viewer's that others do not see. Of a day one for each matter. */
export type Look = {
  id: string;
  /** ISO */
  at: string;
  matter: (typeof matters)[number];
  /** Who: their name; "hr" where the viewer does not find them, "former" where they have left. */
  by: { name: string } | "hr" | "former";
};

/** The newest first. `next`: where the list goes on, or null at its end. */
export type Looks = { looks: Look[]; next: string | null };

/** Asks for those that are older than a place, as text "<time>~<id>"; without one for the newest. */
export const looksSchema = z.object({
  before: z
    .string()
    .transform((text) => text.split("~"))
    .pipe(z.tuple([z.iso.datetime(), z.uuid()]))
    .transform(([at, id]) => ({ at, id }))
    .optional(),
});
