import "server-only";
import sharp, { type Sharp } from "sharp";
import { Invalid } from "#lib/errors.ts";
import { swallow } from "#lib/swallow.ts";
import { inTurn, isDiskError, pictureAt } from "./decoding.ts";
import type { Look } from "./keys.ts";
import { maxPhotoPixels, minPhotoSide, type PhotoRefusal } from "./policy.ts";
import type { Crop } from "./schema.ts";

const seconds = 10;

/** The sides of the squares that are kept of a photo, in pixels, and as what they lie in the store. */
export const squares = { 256: undefined, 128: "medium", 64: "small" } as const satisfies Record<
  number,
  Look | undefined
>;
type Square = { look: Look | undefined; bytes: Uint8Array };

/** Reads a picture and makes the squares of the part that is to be seen. Throws Invalid with a PhotoRefusal for `file`. */
export function cutSquares(path: string, crop: Crop): Promise<Square[]> {
  return inTurn(() => cut(path, crop)).catch(refuseUnreadable);
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

/** The answer to a picture that is not taken. */
export function refuse(file: PhotoRefusal): never {
  throw new Invalid({ file });
}
