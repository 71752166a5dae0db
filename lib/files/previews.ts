import "server-only";
import sharp from "sharp";
import { swallow } from "#lib/swallow.ts";
import { inTurn, isDiskError, pictureAt, pictureTypes } from "./decoding.ts";

export const previewType = "image/webp";
const longestSide = 1280;
const squareSide = 256;
const seconds = 20;
// More than phones take, less than what fills a server's memory.
const maxPixels = 64_000_000;

type PictureSize = { width: number; height: number };

/**
 * Writes what a picture looks like to `goal`: WebP, upright, its first frame, at most 1280 pixels wide and high, without what a camera
 * wrote beside it. Returns the picture's own size, or null, and writes nothing, for what is no picture, a broken or an immense one.
 */
export async function makePreview(path: string, type: string, goal: string): Promise<PictureSize | null> {
  if (!pictureTypes.includes(type)) return null;
  try {
    return await inTurn(async () => {
      const { autoOrient } = await pictureAt(path, maxPixels).metadata();
      await pictureAt(path, maxPixels)
        .autoOrient()
        .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
        .webp({ quality: 80, effort: 3 })
        .timeout({ seconds })
        .toFile(goal);
      return { width: autoOrient.width, height: autoOrient.height };
    });
  } catch (error) {
    if (isDiskError(error)) throw error;
    swallow("unreadable picture")(error);
    return null;
  }
}

/** Writes a preview's middle to `goal` as a small square, also WebP. */
export async function cropSquare(preview: ReadableStream<Uint8Array>, goal: string): Promise<void> {
  const bytes = await new Response(preview).bytes();
  await inTurn(() =>
    sharp(bytes)
      .resize({ width: squareSide, height: squareSide, fit: "cover" })
      .webp({ quality: 80 })
      .toFile(goal),
  );
}
