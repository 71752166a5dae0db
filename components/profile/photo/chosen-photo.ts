import { maxFileSize, maxPhotoPixels, minPhotoSide, type PhotoRefusal } from "#lib/files/policy.ts";
import type { Size } from "./crop.ts";

/** A picture that was chosen, as this browser shows it; `url` is to be revoked. */
export type ChosenPhoto = { source: Blob; url: string; size: Size };

/** Looks at a file: the picture, or why it is none that could be a photo. The server looks again, and closer. */
export async function lookAt(file: File): Promise<ChosenPhoto | PhotoRefusal> {
  if (file.size === 0) return "empty";
  if (file.size > maxFileSize) return "tooLarge";
  if (file.type === "image/svg+xml") return "notPhoto";
  const isHeic = await beginsAsHeic(file);
  const url = URL.createObjectURL(file);
  const chosen = await read(file, url, isHeic);
  if (typeof chosen === "string" || chosen.url !== url) URL.revokeObjectURL(url);
  return chosen;
}

async function read(file: File, url: string, isHeic: boolean): Promise<ChosenPhoto | PhotoRefusal> {
  try {
    const image = await load(url);
    const size = { width: image.naturalWidth, height: image.naturalHeight };
    // A browser that reads HEIC makes the JPEG of it that the server reads too.
    return refusalOf(size) ?? (isHeic ? await asJpeg(image) : { source: file, url, size });
  } catch {
    if (isHeic) return "heic";
    return file.type.startsWith("image/") ? "unreadable" : "notPhoto";
  }
}

async function load(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}

function refusalOf({ width, height }: Size): PhotoRefusal | null {
  if (width * height > maxPhotoPixels) return "tooManyPixels";
  return Math.min(width, height) < minPhotoSide ? "tooSmall" : null;
}

async function beginsAsHeic(file: File): Promise<boolean> {
  const start = await file.slice(4, 12).text();
  return /^ftyp(?:hei|hev|mif1|msf1)/.test(start);
}

const longestSide = 4096;

async function asJpeg(image: HTMLImageElement): Promise<ChosenPhoto> {
  const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const source = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.92));
  if (!source) throw new Error("This browser makes no JPEG of it.");
  return {
    source,
    url: URL.createObjectURL(source),
    size: { width: canvas.width, height: canvas.height },
  };
}
