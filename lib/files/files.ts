import "server-only";
import { Invalid } from "#lib/errors.ts";
import type { FileDomain } from "#lib/generated/prisma/client.ts";
import { newId } from "#lib/ids.ts";
import { receive, withIncoming } from "./incoming.ts";
import { keyOf, keysOf, type Look } from "./keys.ts";
import { maxFileSize } from "./policy.ts";
import { cropSquare, makePreview } from "./previews.ts";
import { requireClean } from "./scan.ts";
import { cleanFileName, type FileFacts } from "./schema.ts";
import { fileStore, type StoredBytes } from "./store.ts";
import { sniffType } from "./types.ts";

export type Given = { name: string; body: ReadableStream<Uint8Array> | null };
type Owner = { companyId: string; uploaderId: string; domain: FileDomain };
/** A row of files. */
export type FileRow = Owner & FileFacts;

type Taking = {
  /** Called each time that so many bytes have come; what it throws ends it. */
  unit: number;
  onUnit: () => Promise<void>;
  /** Keeps the row and the domain's own in one transaction. What it throws takes the bytes away again. */
  keep: (row: FileRow) => Promise<void>;
};

/** Takes a file in: its bytes, what they are, what they look like. Throws Invalid with a FileRefusal for `file`. */
export async function takeFile(
  owner: Owner,
  { name, body }: Given,
  { unit, onUnit, keep }: Taking,
): Promise<FileFacts> {
  if (!body) throw new Invalid({ file: "empty" });
  return withIncoming(async (path) => {
    const size = await receive(body, path, { max: maxFileSize, unit, onUnit });
    await requireClean(path);
    const type = await sniffType(path);
    return withIncoming(async (preview) => {
      const picture = await makePreview(path, type, preview);
      const facts = {
        id: newId(),
        name: cleanFileName(name),
        type,
        size,
        width: picture?.width ?? null,
        height: picture?.height ?? null,
        preview: picture !== null,
      };
      await store({ ...owner, ...facts }, { path, preview }, keep);
      return facts;
    });
  });
}

/** Bytes first, so that every row has its bytes. Bytes without a row are removed by the worker. */
async function store(
  row: FileRow,
  { path, preview }: { path: string; preview: string },
  keep: Taking["keep"],
): Promise<void> {
  const { companyId, id } = row;
  try {
    await fileStore().put(keyOf(companyId, id), path);
    if (row.preview) await fileStore().put(keyOf(companyId, id, "preview"), preview);
    await keep(row);
  } catch (error) {
    await removeBytes(companyId, id);
    throw error;
  }
}

/** Puts bytes that we made ourselves, and that lie at `path` of the store's disk, in the place of a file's; its row comes after them. */
export function keepBytes(companyId: string, fileId: string, path: string): Promise<void> {
  return fileStore().put(keyOf(companyId, fileId), path);
}

/** How many bytes there are of a file; null where there are none. */
export async function sizeOfBytes(companyId: string, fileId: string): Promise<number | null> {
  const stored = await openBytes(companyId, fileId);
  await stored?.body.cancel();
  return stored?.size ?? null;
}

/** The bytes of a file as they were given; null where there are none. */
export function openBytes(companyId: string, fileId: string): Promise<StoredBytes | null> {
  return fileStore().open(keyOf(companyId, fileId));
}

/** What a picture looks like, in WebP: whole, or its middle as a small square. Null for a file without a preview. */
export async function openLook(
  companyId: string,
  { id, preview }: FileFacts,
  look: Look,
): Promise<StoredBytes | null> {
  if (!preview) return null;
  const stored = await fileStore().open(keyOf(companyId, id, look));
  if (stored || look === "preview") return stored;
  const whole = await fileStore().open(keyOf(companyId, id, "preview"));
  if (!whole) return null;
  // Few pictures are ever asked for as a square: it is made when one first is.
  await withIncoming(async (path) => {
    await cropSquare(whole.body, path);
    await fileStore().put(keyOf(companyId, id, look), path);
  });
  return fileStore().open(keyOf(companyId, id, look));
}

/** Takes away what lies in the store of a file whose row is gone. */
export async function removeBytes(companyId: string, fileId: string): Promise<void> {
  for (const key of keysOf(companyId, fileId)) await fileStore().remove(key);
}
