import "server-only";
import { Readable } from "node:stream";
import { type Entry, writeArchive } from "#lib/files/archive.ts";
import { keepBytes, openBytes } from "#lib/files/files.ts";
import { readPieces, withIncoming } from "#lib/files/incoming.ts";
import type { Outside } from "#lib/work/outside.ts";
import { type Member, packedFileSchema } from "./part.ts";
import { parts } from "./parts.ts";
import { writeReadme } from "./readme.ts";
import { type Begun, dataPiece, filesPiece } from "./state.ts";

/** Packs what was written, and the member's files, into the bytes of the takeout's file. */
export async function pack(
  { companyId }: Member,
  begun: Begun,
  { signal, report }: Parameters<Outside>[0],
): Promise<void> {
  await withIncoming(async (path) => {
    await writeArchive(path, entriesOf(companyId, begun, report), { madeAt: new Date(begun.madeAt), signal });
    await keepBytes(companyId, begun.fileId, path);
  }, begun.fileId);
}

async function* entriesOf(
  companyId: string,
  begun: Begun,
  report: (done: number) => void,
): AsyncGenerator<Entry> {
  const text = (path: string, of: string): Entry => ({
    path,
    compress: true,
    body: Readable.from(readPieces(begun.fileId, idsOf(begun, of))),
  });
  // Before the first entry: pieces are kept for an hour, which packing may take.
  const files = await listFiles(begun);
  yield { path: "README.txt", compress: true, body: Readable.from([Buffer.from(await writeReadme(begun))]) };
  yield text(dataPiece, dataPiece);
  for (const { name } of parts) yield text(`csv/${name}.csv`, name);
  let done = begun.done;
  for (const { fileId, path } of files) {
    const stored = await openBytes(companyId, fileId);
    // Whoever has taken it away since does not want it here.
    if (stored) yield { path, compress: false, body: Readable.from(stored.body) };
    done += 1;
    report(done);
  }
}

async function listFiles(begun: Begun) {
  const lists = await Promise.all(idsOf(begun, filesPiece).map((id) => readWhole(begun.fileId, id)));
  const lines = lists.flatMap((list) => list.trimEnd().split("\n"));
  return lines.map((line) => packedFileSchema.parse(JSON.parse(line)));
}

async function readWhole(workId: string, id: string): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of readPieces(workId, [id])) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

function idsOf({ pieces }: Begun, of: string): string[] {
  return pieces.filter((piece) => piece.of === of).map(({ id }) => id);
}
