import type { Mapping } from "./columns.ts";
import { flagDuplicates } from "./duplicates.ts";
import { decode, type Encoding } from "./encodings.ts";
import { groupRows } from "./groups.ts";
import { kindOf, type Refusal, Refused, refuseOtherTexts } from "./kinds.ts";
import { type Layout, layOut } from "./layout.ts";
import { flagMissing } from "./missing.ts";
import { readPerson } from "./people.ts";
import type { FoundPerson } from "./person.ts";
import { listPersonRows, type PersonRow } from "./rows.ts";
import type { Table } from "./table.ts";
import { readTextTable } from "./text-table.ts";
import { readWorkbook } from "./workbook.ts";

/** What was recognised of a file, or why it was not read. */
export type ReadFile = { name: string } & (
  | { refused: Refusal }
  | (Pick<Table, "separator" | "sheet"> &
      Omit<Layout, "dataFrom" | "width"> & { refused?: never; encoding?: Encoding })
);

export type Reading = {
  /** In the order in which they were given. */
  files: ReadFile[];
  /** By their first rows; those who still work there are left out. */
  people: FoundPerson[];
  counts: {
    /** Rows that are about somebody. */
    rows: number;
    people: number;
    /** Of them, */
    upcoming: number;
    unclear: number;
    dead: number;
    invitable: number;
    withErrors: number;
    withWarnings: number;
    duplicates: number;
    /** made of several rows. */
    joined: number;
    /** Who and what is not among them: people who work there, sums, and notes in a cell of their own. */
    leftOut: { active: number; onLeave: number; totals: number; notes: number };
  };
};

/**
 * Reads the files of an HR system as one: tables of any separator and encoding, and workbooks. Nothing is stored and nothing thrown for what a
 * file holds. `ownDomains` are those of the company's mail, `today` is YYYY-MM-DD; `mapping` says by fingerprint what HR knows better.
 */
export async function readFiles(
  files: readonly { name: string; bytes: Uint8Array }[],
  {
    ownDomains,
    today,
    mapping = {},
  }: { ownDomains: readonly string[]; today: string; mapping?: Readonly<Record<string, Mapping>> },
): Promise<Reading> {
  const read: ReadFile[] = [];
  const rows: PersonRow[] = [];
  const leftOut = { active: 0, onLeave: 0, totals: 0, notes: 0 };
  for (const [index, { name, bytes }] of files.entries()) {
    try {
      const { table, encoding } = await readTable(bytes);
      const layout = layOut(table.rows, mapping);
      const found = listPersonRows(table, layout, index);
      for (const row of found.rows) rows.push(row);
      leftOut.totals += found.totals;
      leftOut.notes += found.notes;
      const { dataFrom: _, width: __, ...recognised } = layout;
      const { separator, sheet } = table;
      read.push({
        name,
        ...(encoding && { encoding }),
        ...(separator && { separator }),
        ...(sheet && { sheet }),
        ...recognised,
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      read.push({ name, refused: error.reason });
    }
  }
  const people: FoundPerson[] = [];
  const own = new Set(ownDomains.map((domain) => domain.toLowerCase()));
  for (const group of groupRows(rows)) {
    const person = readPerson(group, today, own);
    if (person === "active") leftOut.active++;
    else if (person === "on-leave") leftOut.onLeave++;
    else people.push(person);
  }
  flagDuplicates(people);
  flagMissing(people, rows);
  for (const person of people) person.invitable = isInvitable(person);
  const count = (is: (person: FoundPerson) => boolean) => people.filter(is).length;
  const has = (kind: string) => count(({ problems }) => problems.some((problem) => problem.kind === kind));
  return {
    files: read,
    people,
    counts: {
      rows: rows.length,
      people: people.length,
      upcoming: count(({ standing }) => standing === "upcoming"),
      unclear: count(({ standing }) => standing === "unclear"),
      dead: count(({ standing }) => standing === "dead"),
      invitable: count(({ invitable }) => invitable),
      withErrors: has("error"),
      withWarnings: has("warning"),
      duplicates: has("duplicate"),
      joined: count(({ from }) => from.length > 1 || (from[0]?.rows.length ?? 0) > 1),
      leftOut,
    },
  };
}

async function readTable(bytes: Uint8Array): Promise<{ table: Table; encoding?: Encoding }> {
  if (kindOf(bytes) === "workbook") return { table: await readWorkbook(bytes) };
  const { text, encoding } = decode(bytes);
  refuseOtherTexts(text);
  return { table: readTextTable(text), encoding };
}

function isInvitable({ problems, mail, standing }: FoundPerson): boolean {
  const isHeld = problems.some(({ kind }) => kind !== "warning");
  return mail !== null && !isHeld && (standing === "left" || standing === "upcoming");
}
