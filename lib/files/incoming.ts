import "server-only";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "#lib/env.ts";
import { Invalid } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { requireClean } from "./scan.ts";
import { unlessMissing } from "./store.ts";

/** Gives `work` a path that nothing lies at yet, on the store's disk, and leaves nothing there afterwards. `workId`: among that work's pieces. */
export async function withIncoming<T>(work: (path: string) => Promise<T>, workId?: string): Promise<T> {
  const folder = workId === undefined ? incomingFolder() : piecesFolder(workId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, newId());
  try {
    return await work(path);
  } finally {
    await rm(path, { force: true });
  }
}

/**
 * Keeps a text, or bytes, for an hour at least, for work that goes on in another process: among the pieces of that work, under the id that it
 * returns.
 */
export async function writePiece(
  workId: string,
  content: string | Uint8Array,
  id: string = newId(),
): Promise<string> {
  const folder = await openPieces(workId);
  await writeFile(join(folder, id), content, { mode: 0o600, flush: true });
  return id;
}

/** Keeps a body in the same way, as the piece with this id, once it is there whole and found clean. Throws Invalid with a FileRefusal for `file`. */
export async function receivePiece(
  workId: string,
  id: string,
  body: ReadableStream<Uint8Array> | null,
  bounds: Bounds,
): Promise<void> {
  if (!body) return refuse("empty");
  await withIncoming(async (path) => {
    await receive(body, path, bounds);
    await requireClean(path);
    await rename(path, join(await openPieces(workId), id));
  });
}

/** Where the pieces of this work lie, for what writes some itself. */
export async function openPieces(workId: string): Promise<string> {
  const folder = piecesFolder(workId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Whether all of these are there still, and came after that time. */
export async function havePieces(workId: string, ids: string[], after?: Date): Promise<boolean> {
  for (const id of ids) {
    const found = await unlessMissing(stat(join(piecesFolder(workId), id)));
    if (!found || (after && found.mtime < after)) return false;
  }
  return true;
}

/** What a piece says; null where it is not there. */
export function readPiece(workId: string, id: string): Promise<Buffer | null> {
  return unlessMissing(readFile(join(piecesFolder(workId), id)));
}

/** What these texts say, one after the other. */
export async function* readPieces(workId: string, ids: string[]): AsyncGenerator<Buffer> {
  for (const id of ids) yield* createReadStream(join(piecesFolder(workId), id));
}

/** Takes away all pieces of this work, also those that no checkpoint names. */
export async function removePieces(workId: string): Promise<void> {
  await rm(piecesFolder(workId), { recursive: true, force: true });
}

function piecesFolder(workId: string): string {
  return join(incomingFolder(), workId);
}

type Bounds = {
  /** Bytes. */
  max: number;
  /** Called each time that another so many bytes have come; what it throws ends the reading. */
  unit: number;
  onUnit: () => Promise<void>;
};

/** Writes a body to a new file, piece by piece, and tells its size. Throws Invalid for one that is empty, too large or breaks off. */
export async function receive(
  body: ReadableStream<Uint8Array>,
  path: string,
  { max, unit, onUnit }: Bounds,
): Promise<number> {
  const file = await open(path, "wx", 0o600);
  const reader = body.getReader();
  let size = 0;
  try {
    for (let counted = 0; ; ) {
      const { done, value } = await reader.read().catch(() => refuse("cutShort"));
      if (done) break;
      size += value.byteLength;
      if (size > max) refuse("tooLarge");
      for (; counted + unit <= size; counted += unit) await onUnit();
      await file.writeFile(value);
    }
  } finally {
    reader.releaseLock();
    await file.close();
  }
  if (size === 0) refuse("empty");
  return size;
}

/** Takes away what processes that died left before `time`: what was half received, and pieces of work. */
export async function clearIncoming(time: Date): Promise<void> {
  for (const name of (await unlessMissing(readdir(incomingFolder()))) ?? []) {
    const path = join(incomingFolder(), name);
    const written = await lastWritten(path);
    if (written !== null && written < time) await rm(path, { recursive: true, force: true });
  }
}

/** Of a folder when the newest of what lies in it was: what grows there leaves the folder's own time as it is. Null where there is nothing. */
async function lastWritten(path: string): Promise<Date | null> {
  const found = await unlessMissing(stat(path));
  if (!found?.isDirectory()) return found?.mtime ?? null;
  const names = (await unlessMissing(readdir(path))) ?? [];
  const inside = await Promise.all(names.map((name) => unlessMissing(stat(join(path, name)))));
  return inside.reduce((newest, one) => (one && one.mtime > newest ? one.mtime : newest), found.mtime);
}

function incomingFolder(): string {
  return join(env().uploads, "incoming");
}

function refuse(file: "empty" | "tooLarge" | "cutShort"): never {
  throw new Invalid({ file });
}
