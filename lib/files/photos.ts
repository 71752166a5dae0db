import "server-only";
import { writeFile } from "node:fs/promises";
import { newId } from "#lib/ids.ts";
import { pictureTypes } from "./decoding.ts";
import { type FileRow, removeBytes } from "./files.ts";
import { receive, withIncoming } from "./incoming.ts";
import { keyOf } from "./keys.ts";
import { cutSquares, refuse, squares } from "./photo-squares.ts";
import { maxFileSize } from "./policy.ts";
import { requireClean } from "./scan.ts";
import type { Crop } from "./schema.ts";
import { fileStore, type StoredBytes } from "./store.ts";
import { sniffType } from "./types.ts";

export const photoType = "image/webp";

/** In pixels. */
export type PhotoSide = keyof typeof squares;

/** The side that stands there; null for anything else. */
export function sideOf(text: string): PhotoSide | null {
  const sides: readonly PhotoSide[] = [64, 128, 256];
  return sides.find((side) => String(side) === text) ?? null;
}

type Owner = Pick<FileRow, "companyId" | "uploaderId">;

/**
 * Takes a photo in: of what was sent only the part that is to be seen is kept, as squares of our own making. `keep` keeps its row; what it throws takes
 * the bytes away again. Returns the file's id. Throws Invalid with a PhotoRefusal for `file`.
 */
export async function takePhoto(
  { companyId, uploaderId }: Owner,
  body: ReadableStream<Uint8Array> | null,
  crop: Crop,
  keep: (row: FileRow) => Promise<void>,
): Promise<string> {
  const cut = await cutPhoto(body, crop);
  const id = newId();
  try {
    for (const { look, bytes } of cut)
      await withIncoming(async (path) => {
        await writeFile(path, bytes, { mode: 0o600 });
        await fileStore().put(keyOf(companyId, id, look), path);
      });
    const size = cut.find(({ look }) => look === undefined)?.bytes.length ?? 0;
    const facts = { name: "photo.webp", type: photoType, size, width: 256, height: 256, preview: false };
    await keep({ companyId, uploaderId, domain: "PHOTO", id, ...facts });
  } catch (error) {
    await removeBytes(companyId, id);
    throw error;
  }
  return id;
}

/** One of a photo's squares; null where there is none. */
export function openSquare(companyId: string, fileId: string, side: PhotoSide): Promise<StoredBytes | null> {
  return fileStore().open(keyOf(companyId, fileId, squares[side]));
}

async function cutPhoto(body: ReadableStream<Uint8Array> | null, crop: Crop) {
  if (!body) refuse("empty");
  return withIncoming(async (path) => {
    await receive(body, path, { max: maxFileSize, unit: maxFileSize, onUnit: async () => {} });
    await requireClean(path);
    const type = await sniffType(path);
    if (/^image\/hei[cf]/.test(type)) refuse("heic");
    if (!pictureTypes.includes(type)) refuse("notPhoto");
    return cutSquares(path, crop);
  });
}
