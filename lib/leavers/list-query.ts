import { z } from "zod";
import { chosen, facetValue, sortKeySchema, yearRange } from "#lib/people/directory-query.ts";
import { invitationStatuses, leaverSorts, listColumns, standings } from "./list-policy.ts";

const flag = z.literal("none").optional().catch(undefined);

/** What HR asks the list of leavers. What cannot be read is left out, so that a mistyped address still shows a page. */
export const leaverQuerySchema = z.object({
  q: z
    .string()
    .transform((text) => text.trim().slice(0, 100))
    .catch(""),
  standing: z.enum(standings).optional().catch(undefined),
  /** Years of leaving. */
  left: yearRange,
  department: chosen(facetValue),
  employment: chosen(facetValue),
  tag: chosen(facetValue),
  invitation: chosen(z.enum(invitationStatuses)),
  /** "none": only those without an address. */
  mail: flag,
  /** "none": only those of whom no ground is recorded. */
  ground: flag,
  /** Which columns are shown; none for the usual ones. */
  column: chosen(z.enum(listColumns)),
  sort: z.enum(leaverSorts).catch("name"),
  /** The key of the last one of the page before, and who it is. */
  after: z
    .string()
    .transform((text) => text.match(/^(.+)~(.+)$/)?.slice(1))
    .pipe(z.tuple([sortKeySchema.max(500), z.uuid()]))
    .transform(([key, id]) => ({ key, id }))
    .optional()
    .catch(undefined),
});
export type LeaverQuery = z.infer<typeof leaverQuerySchema>;

/** What somebody asks the list, wherever in the answer they are. */
export type AskedLeavers = Omit<LeaverQuery, "after">;
