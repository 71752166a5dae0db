import type { FoundPerson } from "./person.ts";
import type { PersonRow } from "./rows.ts";

/** Tells of each person with a number who has no row in a file that only adds to the others. */
export function flagMissing(people: readonly FoundPerson[], rows: readonly PersonRow[]): void {
  const adding = new Set(rows.flatMap(({ source }) => (source.hasNames ? [] : source.file)));
  for (const { number, from, problems } of people)
    for (const file of adding)
      if (number !== null && !from.some((place) => place.file === file))
        problems.push({ field: "number", kind: "warning", reason: "not-in-other-file", cell: null });
}
