import { type NameParts, sortKey } from "#lib/people/names.ts";
import { normalise } from "#lib/people/normalise.ts";
import { searchDoc } from "#lib/people/search-text.ts";
import type { LeaverColumn } from "./schema.ts";

/** What of a leaver's record they are found and ordered by: its columns, days as YYYY-MM-DD. */
type DocPerson = Pick<NameParts, "familyName" | "givenName"> &
  Partial<Record<Exclude<LeaverColumn, "deceased">, string | null>>;

/**
 * What `leavers.doc` and `leavers.sort_key` hold of somebody, to be written whenever any of it changes: the folded text of their names, department,
 * post, years, number and addresses, each behind "|", and what the list orders by.
 */
export function leaverDoc(person: DocPerson): { doc: string; sortKey: string } {
  const { number, mail, workMail, title, registeredFamilyName, registeredGivenName } = person;
  const registered =
    registeredFamilyName || registeredGivenName
      ? searchDoc({ familyName: registeredFamilyName ?? "", givenName: registeredGivenName ?? "" })
      : "";
  const others = [number, mail, workMail].flatMap((text) => (text ? `|${normalise(text)}` : []));
  return {
    doc: [searchDoc({ ...person, headline: title }), registered, ...others].join(""),
    sortKey: sortKey(person),
  };
}
