import type { Field } from "./fields.ts";
import { groupRows } from "./groups.ts";
import { readPerson } from "./people.ts";
import type { FoundPerson } from "./person.ts";

/**
 * Somebody whom HR typed field by field, read as a row of a file is, with the same problems, whose cells are all of row 0. Without a
 * field for their status they are a leaver, whatever day they leave on. `today` is YYYY-MM-DD.
 */
export function readTyped(
  values: Readonly<Partial<Record<Exclude<Field, "status">, string>>>,
  { ownDomains, today }: { ownDomains: readonly string[]; today: string },
): FoundPerson | null {
  const given = Object.entries(values) as [Field, string][];
  const columns = new Map(given.map(([field], index) => [field, { index, order: undefined }]));
  const cells = given.map(([, text]) => text);
  const source = {
    file: 0,
    hasNames: true,
    columns,
    departures: [],
    width: cells.length,
    readings: new Map(),
  };
  const [group] = groupRows([{ source, row: 0, cells }]);
  const person = group && readPerson(group, today, new Set(ownDomains.map((one) => one.toLowerCase())));
  return person && typeof person === "object" ? person : null;
}
