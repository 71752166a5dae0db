import { createGunzip, gzipSync } from "node:zlib";
import type { KeptTable } from "#lib/leavers/reading/table.ts";

// The table of a file as it is kept: what is known of it, then row by row, a line of JSON each, in compressed pieces.

/** What is known of a table besides its rows. */
export type KeptFacts = Omit<KeptTable, "rows" | "readings"> & { readings?: [string, string][] };

const pieceLength = 1024 ** 2;

/** Lines, compressed as they come. */
class Packer {
  readonly #packed: Uint8Array[] = [];
  #lines: string[] = [];
  #length = 0;

  add(line: string): void {
    this.#lines.push(line, "\n");
    this.#length += line.length;
    if (this.#length > pieceLength) this.#pack();
  }

  end(): Uint8Array<ArrayBuffer> {
    this.#pack();
    return new Uint8Array(Buffer.concat(this.#packed));
  }

  #pack(): void {
    this.#packed.push(gzipSync(this.#lines.join(""), { level: 3 }));
    this.#lines = [];
    this.#length = 0;
  }
}

export function packTable({ rows, readings, ...known }: KeptTable): Uint8Array<ArrayBuffer> {
  const packer = new Packer();
  const facts: KeptFacts = { ...known, ...(readings && { readings: [...readings] }) };
  packer.add(JSON.stringify(facts));
  for (const row of rows) packer.add(JSON.stringify(row));
  return packer.end();
}

/** The lines of a packed table, as they were added. */
export async function* unpackLines(packed: Uint8Array): AsyncGenerator<string> {
  const gunzip = createGunzip();
  gunzip.end(packed);
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of gunzip) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

export async function unpackTable(packed: Uint8Array): Promise<KeptTable> {
  const rows: string[][] = [];
  let facts: KeptFacts | undefined;
  for await (const line of unpackLines(packed))
    if (facts) rows.push(JSON.parse(line));
    else facts = JSON.parse(line);
  if (!facts) throw new Error("a table that was kept is empty");
  return { ...facts, rows, readings: new Map(facts.readings) };
}

/** The same table with the rows alone that are to be kept, and those above them: the others are empty. Null where no row is left. */
export async function packedRows(
  packed: Uint8Array,
  keeps: ReadonlySet<number>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (keeps.size === 0) return null;
  const packer = new Packer();
  let dataFrom = 0;
  let at = -1;
  for await (const line of unpackLines(packed)) {
    if (at < 0) {
      const { readings, ...facts }: KeptFacts = JSON.parse(line);
      dataFrom = facts.dataFrom;
      packer.add(JSON.stringify(facts));
    } else packer.add(at < dataFrom || keeps.has(at + 1) ? line : "[]");
    at++;
  }
  return packer.end();
}
