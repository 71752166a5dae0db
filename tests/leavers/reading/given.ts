import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mapping } from "#lib/leavers/reading/columns.ts";
import type { FoundPerson } from "#lib/leavers/reading/person.ts";
import { type Reading, readFiles } from "#lib/leavers/reading/reading.ts";

const samples = join(import.meta.dirname, "../samples");

/** The sample files with these names, as on 30 November 2026. */
export function readSamples(names: string[], mapping?: Record<string, Mapping>): Promise<Reading> {
  return readAll(
    names.map((name) => readFileSync(join(samples, name))),
    mapping,
  );
}

/** Texts, or bytes, as one drop of files. */
export function readAll(
  contents: readonly (string | Uint8Array)[],
  mapping?: Record<string, Mapping>,
): Promise<Reading> {
  const files = contents.map((content, index) => ({
    name: `${index}`,
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  }));
  return readFiles(files, {
    ownDomains: ["aoba-chemical.example", "larkfield.example"],
    today: "2026-11-30",
    mapping,
  });
}

/** The only file of a reading, which was not refused. */
export function onlyFile({ files }: Reading) {
  const [file] = files;
  if (!file || file.refused) throw new Error(`refused: ${file?.refused}`);
  return file;
}

/** The first person with this number. */
export function withNumber({ people }: Pick<Reading, "people">, number: string): FoundPerson {
  const found = people.find((person) => person.number === number);
  if (!found) throw new Error(`nobody has ${number}`);
  return found;
}

/** Somebody's problems, as "kind field reason". */
export function problemsOf({ problems }: FoundPerson): string[] {
  return problems.map(({ kind, field, reason }) => `${kind} ${field} ${reason}`);
}
