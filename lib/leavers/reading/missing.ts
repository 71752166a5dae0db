import type { FoundPerson } from "./person.ts";

/** Tells of each person with a number who has no row in one of the files that only add to others. */
export function flagMissing(people: readonly FoundPerson[], adding: ReadonlySet<number>): void {
  for (const { number, from, problems } of people)
    for (const file of adding)
      if (number !== null && !from.some((place) => place.file === file))
        problems.push({ field: "number", kind: "warning", reason: "not-in-other-file", cell: null });
}
