import { z } from "zod";
import { memberKinds } from "#lib/auth/schema.ts";
import type { CompanyField } from "#lib/people/details.ts";
import { type FieldDimension, fieldOf, isField } from "#lib/people/field-dimensions.ts";
import { maxChosen, maxFields } from "#lib/people/policy.ts";
import { purposeSchema } from "#lib/people/schema.ts";

// PostgreSQL keeps no NUL, and no name has control characters.
export const sortKeySchema = z.string().regex(/^\P{Cc}+$/u);

/** What the directory is narrowed by, beside words, the kind and the time together. */
export const dimensions = ["department", "joined", "left", "area", "open", "skill", "employer"] as const;
export type Dimension = (typeof dimensions)[number];

/** By what somebody may narrow the directory: by all dimensions but those in `closed`, and by the choices of `fields`, the company's own. */
export type DirectoryFilters = {
  closed: readonly (Dimension | "with")[];
  fields: readonly CompanyField[];
};

/** The choices of one of the company's own fields. */
export const fieldDimensionSchema = z.custom<FieldDimension>(
  (given) => typeof given === "string" && isField(given) && z.uuid().safeParse(fieldOf(given)).success,
);

/** By their reading, the newest here first, those first whose profile changed last. */
const directorySorts = ["reading", "arrived", "changed"] as const;
export type DirectorySort = (typeof directorySorts)[number];

/** Years, the first and the last of them too. */
export type YearRange = { from: number; until: number };

const oldestYear = 1900;
const newestYear = 2099;

/** What is chosen of one dimension: once or several times in the address. What cannot be read is left out. */
export function chosen<Value extends z.ZodType<string>>(value: Value, most = maxChosen) {
  return z
    .preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(z.unknown()))
    .transform((given) =>
      [...new Set(given.flatMap((one) => value.safeParse(one).data ?? []))].slice(0, most),
    );
}

const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .pipe(z.int().min(oldestYear).max(newestYear));

/** "2010-2015", or "2010" for one year. */
export const yearRange = z
  .string()
  .transform((text) => text.split("-"))
  .pipe(z.tuple([year], year))
  .transform(
    ([from, until = from]): YearRange => (from <= until ? { from, until } : { from: until, until: from }),
  )
  .optional()
  .catch(undefined);

export const facetValue = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u);

/** A question to the directory. What cannot be read is left out, so that a mistyped address still shows a page. */
export const directoryQuerySchema = z.object({
  q: z
    .string()
    .transform((text) => text.trim().slice(0, 100))
    .catch(""),
  kind: z.enum(memberKinds).optional().catch(undefined),
  department: chosen(facetValue),
  joined: yearRange,
  left: yearRange,
  area: chosen(facetValue),
  open: chosen(purposeSchema),
  skill: chosen(facetValue),
  employer: chosen(facetValue),
  /** A field of the company's own and one of its choices: "<id>.2". */
  field: chosen(
    z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.\d{1,6}$/),
    maxFields * maxChosen,
  ),
  /** Only those whose time here overlaps with the viewer's. */
  with: z.literal("me").optional().catch(undefined),
  sort: z.enum(directorySorts).catch("reading"),
  /** Where to open the directory: the first sort key wanted. */
  from: sortKeySchema.max(10).optional().catch(undefined),
  /** The key of the last one of the page before, and who it is. */
  after: z
    .string()
    .transform((text) => text.match(/^(.+)~(.+)$/)?.slice(1))
    .pipe(z.tuple([sortKeySchema.max(500), z.uuid()]))
    .transform(([key, memberId]) => ({ key, memberId }))
    .optional()
    .catch(undefined),
});
export type DirectoryQuery = z.infer<typeof directoryQuerySchema>;

/** The parameters of an address as a page gets them: what is given several times is a list. */
export function parametersOf(given: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(given.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const [first = "", ...more] = given.getAll(name);
      return [name, more.length > 0 ? [first, ...more] : first];
    }),
  );
}

/** Whether a question asks for some people by more than their kind: then they come as one list, without headings. */
export function isNarrowed(query: DirectoryQuery): boolean {
  return (
    query.q !== "" ||
    query.with !== undefined ||
    query.field.length > 0 ||
    dimensions.some((dimension) => isChosen(query[dimension]))
  );
}

function isChosen(chosen: DirectoryQuery[Dimension]): boolean {
  return Array.isArray(chosen) ? chosen.length > 0 : chosen !== undefined;
}
