import { companyHref } from "#lib/hrefs.ts";
import type { Dimension, DirectoryQuery } from "#lib/people/directory-query.ts";

/** What the directory is narrowed by, in the order in which it is shown. */
export const directoryFilters = [
  "department",
  "joined",
  "left",
  "area",
  "open",
  "skill",
  "employer",
] as const satisfies Dimension[];

/** Whether these are years from one to another; else they are some of many values. */
export function isYears(dimension: Dimension): dimension is "joined" | "left" {
  return dimension === "joined" || dimension === "left";
}

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
    ...filterParameters(place),
    ...(place.field ?? []).map((value) => ["field", value]),
    ["sort", sort === "reading" ? undefined : sort],
    ["from", from],
    ["after", after],
  ];
  return new URLSearchParams(given.flatMap(([key = "", value]) => (value ? [[key, value]] : [])));
}

function filterParameters(place: DirectoryPlace) {
  return directoryFilters.flatMap((dimension) => {
    const values = isYears(dimension) ? yearsOf(place[dimension]) : (place[dimension] ?? []);
    return values.map((value) => [dimension, value]);
  });
}

function yearsOf(range: DirectoryQuery["joined"]): string[] {
  if (!range) return [];
  return [range.from === range.until ? String(range.from) : `${range.from}-${range.until}`];
}
