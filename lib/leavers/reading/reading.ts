import type { Mapping } from "./columns.ts";
import { type Counts, countPeople } from "./counts.ts";
import { flagDuplicates } from "./duplicates.ts";
import { type GivenFile, type Keep, type ReadFile, readFile } from "./files.ts";
import { type Group, groupRows } from "./groups.ts";
import { flagMissing } from "./missing.ts";
import { readPerson } from "./people.ts";
import type { FoundPerson } from "./person.ts";

export type Reading = {
  /** In the order in which they were given. */
  files: ReadFile[];
  /** By their first rows; who still works there is left out. */
  people: FoundPerson[];
  counts: Counts;
};

/**
 * Reads the files of an HR system as one: tables of any separator and encoding, and workbooks. Nothing is stored, and nothing thrown for what
 * a file holds. `ownDomains` are those of the company's mail, `today` is YYYY-MM-DD; `mapping` says by fingerprint what HR knows better; `keep`
 * is given each file's table, of which it has to make its own before it returns.
 */
export async function readFiles(
  given: readonly GivenFile[],
  {
    ownDomains,
    today,
    mapping = {},
    keep = () => {},
  }: {
    ownDomains: readonly string[];
    today: string;
    mapping?: Readonly<Record<string, Mapping>>;
    keep?: Keep;
  },
): Promise<Reading> {
  const { files, groups, adding, rows, totals, notes } = await readGroups(given, mapping, keep);
  const people: FoundPerson[] = [];
  const leftOut = { active: 0, onLeave: 0, totals, notes };
  const domains = new Set(ownDomains.map((domain) => domain.toLowerCase()));
  for (const group of groups) {
    const person = readPerson(group, today, domains);
    // Large files fit into memory once, not twice.
    group.rows.length = 0;
    if (person === "active") leftOut.active++;
    else if (person === "on-leave") leftOut.onLeave++;
    else people.push(person);
  }
  flagDuplicates(people);
  flagMissing(people, adding);
  for (const person of people) person.invitable = isInvitable(person);
  return { files, people, counts: countPeople(people, rows, leftOut) };
}

/** The rows of all files by person; `adding` are the files that only add to what another says of people. */
async function readGroups(
  given: readonly GivenFile[],
  mapping: Readonly<Record<string, Mapping>>,
  keep: Keep,
): Promise<{
  files: ReadFile[];
  groups: Group[];
  adding: Set<number>;
  rows: number;
  totals: number;
  notes: number;
}> {
  const read = [];
  for (const [place, file] of given.entries()) read.push(await readFile(file, place, mapping, keep));
  const rows = read.flatMap((one) => one.rows);
  return {
    files: read.map(({ file }) => file),
    groups: groupRows(rows),
    adding: new Set(rows.flatMap(({ source }) => (source.hasNames ? [] : source.file))),
    rows: rows.length,
    totals: read.reduce((sum, one) => sum + one.totals, 0),
    notes: read.reduce((sum, one) => sum + one.notes, 0),
  };
}

function isInvitable({ problems, mail, standing }: FoundPerson): boolean {
  const isHeld = problems.some(({ kind }) => kind !== "warning");
  return mail !== null && !isHeld && (standing === "left" || standing === "upcoming");
}
