import "server-only";
import { writeFile } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { Invalid } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { swallow } from "#lib/swallow.ts";
import { inTurn, isDiskError, pictureAt, pictureTypes } from "./decoding.ts";
import { type FileRow, removeBytes } from "./files.ts";
import { receive, withIncoming } from "./incoming.ts";
import { keyOf, type Look } from "./keys.ts";
import { maxFileSize, maxPhotoPixels, minPhotoSide, type PhotoRefusal } from "./policy.ts";
import { requireClean } from "./scan.ts";
import type { Crop } from "./schema.ts";
import { fileStore, type StoredBytes } from "./store.ts";
import { sniffType } from "./types.ts";

export const photoType = "image/webp";
const seconds = 10;

/** The sides of the squares that are kept of a photo, in pixels, and as what they lie in the store. */
const squares = { 256: undefined, 128: "medium", 64: "small" } as const satisfies Record<
  number,
  Look | undefined
>;
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

type Square = { look: Look | undefined; bytes: Uint8Array };

async function cutPhoto(body: ReadableStream<Uint8Array> | null, crop: Crop): Promise<Square[]> {
  if (!body) refuse("empty");
  return withIncoming(async (path) => {
    await receive(body, path, { max: maxFileSize, unit: maxFileSize, onUnit: async () => {} });
    await requireClean(path);
    const type = await sniffType(path);
    if (/^image\/hei[cf]/.test(type)) refuse("heic");
    if (!pictureTypes.includes(type)) refuse("notPhoto");
    return inTurn(() => cut(path, crop)).catch(refuseUnreadable);
  });
}

async function cut(path: string, crop: Crop): Promise<Square[]> {
  const { autoOrient } = await pictureAt(path, maxPhotoPixels).metadata();
  const part = partOf(autoOrient, crop);
  const largest = await squareOf(pictureAt(path, maxPhotoPixels).autoOrient(), autoOrient, part)
    // What is transparent lies on paper, and all colours are those that every screen knows.
    .flatten({ background: "#f4efe7" })
    .toColourspace("srgb")
    .timeout({ seconds })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return Promise.all(
    Object.entries(squares).map(async ([side, look]) => {
      const bytes = await sharp(largest).resize(Number(side)).webp({ quality: 82, effort: 4 }).toBuffer();
      return { look, bytes };
    }),
  );
}

type Size = { width: number; height: number };
type Part = { left: number; top: number; side: number };

/** What of a picture is shown, in its pixels: within it, whatever was asked for. */
function partOf({ width, height }: Size, { x, y, zoom }: Crop): Part {
  const shorter = Math.min(width, height);
  if (shorter < minPhotoSide) refuse("tooSmall");
  const side = Math.max(minPhotoSide, Math.round(shorter / zoom));
  const begin = (middle: number, length: number) =>
    Math.round(Math.min(Math.max(middle * length - side / 2, 0), length - side));
  return { left: begin(x, width), top: begin(y, height), side };
}

/** That part as a square of 256 pixels. A large picture is made smaller first: its reader then leaves out what nobody will see. */
function squareOf(picture: Sharp, { width, height }: Size, { left, top, side }: Part): Sharp {
  const goal = 256;
  const scale = goal / side;
  if (scale >= 1) return picture.extract({ left, top, width: side, height: side }).resize(goal, goal);
  const scaled = (length: number) => Math.max(goal, Math.round(length * scale));
  const within = (begin: number, length: number) =>
    Math.min(Math.round(begin * scale), scaled(length) - goal);
  return picture
    .resize({ width: scaled(width), height: scaled(height), fit: "fill" })
    .extract({ left: within(left, width), top: within(top, height), width: goal, height: goal });
}

/** What was refused stays so; all else that a picture makes fail but a full disk is the picture's fault. */
function refuseUnreadable(error: unknown): never {
  if (error instanceof Invalid || isDiskError(error)) throw error;
  if (error instanceof Error && error.message.includes("exceeds pixel limit")) refuse("tooManyPixels");
  swallow("unreadable photo")(error);
  refuse("unreadable");
}

function refuse(file: PhotoRefusal): never {
  throw new Invalid({ file });
}
