import { normalise } from "#lib/people/normalise.ts";
import type { FoundPerson, Place } from "./person.ts";

/** Tells of each person who has the address of one before them, or no number and the name and days of one. */
export function flagDuplicates(people: readonly FoundPerson[]): void {
  const byMail = new Map<string, Place>();
  const bySelf = new Map<string, Place>();
  for (const person of people) {
    const place = placeOf(person);
    if (person.mail) flag(person, "privateMail", "same-mail", byMail, person.mail, place);
    if (person.number === null && person.familyName)
      flag(person, null, "same-person", bySelf, selfOf(person), place);
  }
}

function flag(
  person: FoundPerson,
  field: "privateMail" | null,
  reason: "same-mail" | "same-person",
  known: Map<string, Place>,
  key: string,
  place: Place,
): void {
  const like = known.get(key);
  if (like) person.problems.push({ field, kind: "duplicate", reason, cell: null, like });
  else known.set(key, place);
}

function placeOf({ from: [first] }: FoundPerson): Place {
  return { file: first?.file ?? 0, row: first?.rows[0] ?? 0 };
}

function selfOf({ familyName, givenName, joinedOn, leftOn }: FoundPerson): string {
  return JSON.stringify([normalise(familyName), normalise(givenName), joinedOn, leftOn]);
}
