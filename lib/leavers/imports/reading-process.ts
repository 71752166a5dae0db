import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Mapping } from "#lib/leavers/reading/columns.ts";
import type { GivenFile, ReadFile } from "#lib/leavers/reading/files.ts";
import type { FoundPerson } from "#lib/leavers/reading/person.ts";
import { readFiles } from "#lib/leavers/reading/reading.ts";
import { packTable, unpackTable } from "./kept-tables.ts";
import { stagedRow, storableJson } from "./staged-rows.ts";

// Reads an import's files in a process of its own, with a bounded heap: what breaks it breaks no worker. A process entry; nothing imports it but its types.

/** What it is asked: where files lie, or tables that were kept; and the folder to which it writes what came of them, each piece under a name of this run's. */
export type ReadingJob = {
  folder: string;
  run: string;
  files: ({ name: string } & ({ path: string } | { kept: string } | { refused: Refused["refused"] }))[];
  ownDomains: string[];
  today: string;
  mapping: Record<string, Mapping>;
};
type Refused = Extract<ReadFile, { refused: string }>;

/** What it has written when all is there, as `reading.json`: so many people in `pieces` pieces, and the tables of these files by their places. */
export type ReadingResult = {
  run: string;
  files: ReadFile[];
  people: number;
  pieces: number;
  tables: number[];
  leftOut: { active: number; onLeave: number; totals: number; notes: number };
  joined: number;
};

const peopleOfPiece = 2_000;

process.once("disconnect", () => process.exit(1));
process.once("message", (job: ReadingJob) => {
  read(job).then(
    () => process.exit(0),
    // A message might hold what stands in a file.
    (error: unknown) => process.send?.(error instanceof Error ? error.name : "Error", () => process.exit(1)),
  );
});

async function read({ folder, run, files, ...known }: ReadingJob): Promise<void> {
  const tables: number[] = [];
  const write = (name: string, content: string | Uint8Array) =>
    writeFileSync(join(folder, name), content, { mode: 0o600 });
  const given: GivenFile[] = [];
  for (const file of files) given.push(await givenFile(file));
  const { people, counts, ...reading } = await readFiles(given, {
    ...known,
    keep: (place, table) => {
      if (files[place] && "path" in files[place]) {
        write(`${run}-table-${place}`, packTable(table));
        tables.push(place);
      }
      // The table itself would stand in memory to the end.
      given[place] = { name: "", refused: "empty" };
    },
  });
  let pieces = 0;
  for (let from = 0; from < people.length; from += peopleOfPiece)
    write(`${run}-people-${pieces++}`, pieceOf(people.slice(from, from + peopleOfPiece), from));
  const { leftOut, joined } = counts;
  const result: ReadingResult = { run, ...reading, people: people.length, pieces, tables, leftOut, joined };
  write(`${run}-result`, storableJson(result));
  renameSync(join(folder, `${run}-result`), join(folder, "reading.json"));
}

async function givenFile(file: ReadingJob["files"][number]): Promise<GivenFile> {
  const { name } = file;
  if ("refused" in file) return { name, refused: file.refused };
  if ("kept" in file) return { name, table: await unpackTable(readFileSync(file.kept)) };
  // Read when it is its turn.
  return {
    name,
    get bytes() {
      return readFileSync(file.path);
    },
  };
}

function pieceOf(people: readonly FoundPerson[], from: number): string {
  return storableJson(people.map((person, index) => ({ place: from + index + 1, ...stagedRow(person) })));
}
