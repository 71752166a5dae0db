import "server-only";
import sharp, { type Sharp } from "sharp";

/** Types of pictures that are shown; always as a picture of our own making, never as the bytes that somebody sent. */
export const pictureTypes = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/gif",
  "image/avif",
  "image/apng",
];

const atOnce = 2;

// libvips reads many more formats, among them some that run like programs; none but these gets near it.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((name) => `VipsForeignLoad${name}`),
});
sharp.cache(false);
sharp.concurrency(1);

/** A picture that somebody sent, to be read as far as it has no more pixels than this; of what moves, its first frame. */
export function pictureAt(path: string, limitInputPixels: number): Sharp {
  return sharp(path, { limitInputPixels, failOn: "error", sequentialRead: true });
}

const waiting: (() => void)[] = [];
let running = 0;

/** Does work on a picture. It takes much memory and CPU: at most two at a time. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
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

/** Whether it failed for want of room on a disk, and not because of the picture. */
export function isDiskError(error: unknown): boolean {
  return error instanceof Error && /No space left|ENOSPC|EDQUOT/.test(error.message);
}
