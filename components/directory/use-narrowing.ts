import { type Asked, directoryFilters, directoryHref } from "#components/navigation/directory-href.ts";
import { type Narrow as NarrowOf, useNarrowed } from "#components/navigation/use-narrowed.ts";
import type { Dimension, DirectoryFilters } from "#lib/people/directory-query.ts";
import { type FieldDimension, fieldDimension } from "#lib/people/field-dimensions.ts";

export type Narrow = NarrowOf<Asked>;

/** What is wanted by now, and how one wants something else. */
export type Narrowing = DirectoryFilters & { company: string; wanted: Asked; narrow: Narrow };

/** All filters, in the order in which they are shown. */
export function filtersOf({ closed, fields }: DirectoryFilters): (Dimension | FieldDimension)[] {
  const open = directoryFilters.filter((dimension) => !closed.includes(dimension));
  return [...open, ...fields.map(({ id }) => fieldDimension(id))];
}

/** What is asked of the directory. */
export function useNarrowing(company: string, asked: Asked) {
  return useNarrowed(asked, (next) => directoryHref(company, next));
}
