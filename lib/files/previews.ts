import "server-only";
import sharp from "sharp";
import { swallow } from "#lib/swallow.ts";

/** Types of pictures that are shown; always as a preview of our own making, never as the bytes that somebody sent. */
const pictureTypes = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif", "image/apng"];

export const previewType = "image/webp";
const longestSide = 1280;
const squareSide = 256;

// 64 megapixels: more than phones take, less than what fills a server's memory.
const input = { limitInputPixels: 64_000_000, failOn: "error", sequentialRead: true } as const;
const seconds = 20;
const atOnce = 2;

// libvips reads many more formats, among them some that run like programs; none but these gets near it.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((name) => `VipsForeignLoad${name}`),
});
sharp.cache(false);
sharp.concurrency(1);

type PictureSize = { width: number; height: number };

/**
 * Writes what a picture looks like to `goal`: WebP, upright, its first frame, at most 1280 pixels wide and high, without what a camera
 * wrote beside it. Returns the picture's own size, or null, and writes nothing, for what is no picture, a broken or an immense one.
 */
export async function makePreview(path: string, type: string, goal: string): Promise<PictureSize | null> {
  if (!pictureTypes.includes(type)) return null;
  try {
    return await inTurn(async () => {
      const { autoOrient } = await sharp(path, input).metadata();
      await sharp(path, input)
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
    sharp(bytes, input)
      .resize({ width: squareSide, height: squareSide, fit: "cover" })
      .webp({ quality: 80 })
      .toFile(goal),
  );
}

const waiting: (() => void)[] = [];
let running = 0;

// Resizing takes much memory and CPU: at most two at a time.
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && /No space left|ENOSPC|EDQUOT/.test(error.message);
}
