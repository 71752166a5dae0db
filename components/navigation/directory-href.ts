import { companyHref } from "#lib/hrefs.ts";
import type { Dimension, DirectoryQuery } from "#lib/people/schema.ts";

/** What the directory is narrowed by, in the order in which it is shown: some of many values, or years from one to another. */
export const directoryFilters = {
  department: "values",
  joined: "years",
  left: "years",
  area: "values",
  open: "values",
  skill: "values",
  employer: "values",
} as const satisfies Record<Dimension, "values" | "years">;

/** What somebody asks the directory, wherever in the answer they are. */
export type Asked = Omit<DirectoryQuery, "from" | "after">;
type DirectoryPlace = Partial<Asked> & { from?: string; after?: string };

/** The address of a company's directory at this place. */
export function directoryHref(company: string, place: DirectoryPlace = {}): string {
  const query = directoryParameters(place).toString();
  return companyHref(company, `directory${query && `?${query}`}`);
}

/** A place in the directory as its address has it: what holds anyway is left out. */
export function directoryParameters(place: DirectoryPlace): URLSearchParams {
  const { q, kind, sort, from, after } = place;
  const given = [
    ["q", q],
    ["kind", kind],
    ["with", place.with],
    ...valuesOf(place),
    ["sort", sort === "reading" ? undefined : sort],
    ["from", from],
    ["after", after],
  ];
  return new URLSearchParams(given.flatMap(([key = "", value]) => (value ? [[key, value]] : [])));
}

function valuesOf({ department, joined, left, area, open, skill, employer }: DirectoryPlace) {
  const chosen = { department, joined, left, area, open, skill, employer };
  return Object.entries(chosen).flatMap(([dimension, values]) =>
    (Array.isArray(values) ? values : yearsOf(values)).map((value) => [dimension, value]),
  );
}

function yearsOf(range: DirectoryQuery["joined"]): string[] {
  if (!range) return [];
  return [range.from === range.until ? String(range.from) : `${range.from}-${range.until}`];
}
