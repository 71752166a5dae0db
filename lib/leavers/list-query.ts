import { z } from "zod";
import { chosen, facetValue, sortKeySchema, yearRange } from "#lib/people/directory-query.ts";

export const standings = ["left", "upcoming", "deceased"] as const;
/** Who has left; who will, or whose last day is not known; who died. */
export type Standing = (typeof standings)[number];

/** By their reading, the newest leaving first, the last added first. */
const leaverSorts = ["name", "left", "added"] as const;
export type LeaverSort = (typeof leaverSorts)[number];

/** What the list is narrowed by whose values are listed. */
export const leaverDimensions = ["department", "employment", "tag", "left"] as const;
export type LeaverDimension = (typeof leaverDimensions)[number];

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
  /** "none": only those without an address. */
  mail: flag,
  /** "none": only those of whom no ground is recorded. */
  ground: flag,
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
