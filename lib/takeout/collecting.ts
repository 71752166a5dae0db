import "server-only";
import type { Tx } from "#lib/db.ts";
import { csvHead, csvRows } from "#lib/files/csv.ts";
import { writePiece } from "#lib/files/incoming.ts";
import type { Member, Part, Row } from "./part.ts";
import { parts } from "./parts.ts";
import { type Begun, dataPiece, filesPiece } from "./state.ts";

/** Reads the next rows of the part at which it is, and writes them down. What a step before has written is never touched. */
export async function collect(tx: Tx, member: Member, begun: Begun): Promise<Begun> {
  const part: Part | undefined = parts[begun.part];
  if (!part) throw new RangeError("no such part of a takeout");
  const { rows, next, files = [] } = await part.read(tx, member, begun.after);
  const texts = {
    [dataPiece]: jsonOf(begun, part, rows, next === null),
    [part.name]: `${begun.after === null ? csvHead(part.columns) : ""}${csvRows(part.columns, rows)}`,
    [filesPiece]: files.map((file) => `${JSON.stringify(file)}\n`).join(""),
  };
  const written: Begun["pieces"] = [];
  for (const [of, text] of Object.entries(texts))
    if (text) written.push({ of, id: await writePiece(begun.fileId, text) });
  const done = begun.done + countOf(part, rows) + (next === null ? 1 : 0);
  const pieces = [...begun.pieces, ...written];
  return next === null
    ? { ...begun, done, pieces, part: begun.part + 1, after: null, empty: true }
    : { ...begun, done, pieces, after: [...next], empty: begun.empty && rows.length === 0 };
}

/** Of the rows only messages were counted before; files are, as they are packed. */
function countOf({ name }: Part, rows: readonly Row[]): number {
  return name === "messages" ? rows.length : 0;
}

/** The next of data.json: one object of all parts, a row a line. */
function jsonOf(
  { part: nth, after, empty, madeAt, company }: Begun,
  { name }: Part,
  rows: Row[],
  ends: boolean,
): string {
  const about = {
    format: "okaeri-takeout",
    version: 1,
    madeAt,
    company: company.name,
    companyEn: company.nameEn,
  };
  const opening = nth === 0 ? `${JSON.stringify(about, null, 2).slice(0, -2)},\n` : ",\n";
  const begins = after === null ? `${opening}  ${JSON.stringify(name)}: [` : "";
  const lines = rows.map((row, index) => `${empty && index === 0 ? "" : ","}\n    ${JSON.stringify(row)}`);
  const closes = ends ? `\n  ]${nth === parts.length - 1 ? "\n}\n" : ""}` : "";
  return `${begins}${lines.join("")}${closes}`;
}
