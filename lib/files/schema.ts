import { z } from "zod";
import { isBlank } from "#lib/blank.ts";
import { maxPhotoZoom } from "./policy.ts";

/** A file as people see it. Width and height, in pixels, are there for pictures that have a preview. */
export const fileFactsSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The type that its bytes say. */
  type: z.string(),
  /** Bytes. */
  size: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  preview: z.boolean(),
});
export type FileFacts = z.infer<typeof fileFactsSchema>;

/** Which part of a picture is shown: around which point, in parts of its width and height, and how much larger than as a whole. */
export const cropSchema = z.object({
  x: z.coerce.number().min(0).max(1),
  y: z.coerce.number().min(0).max(1),
  zoom: z.coerce.number().min(1).max(maxPhotoZoom),
});
export type Crop = z.infer<typeof cropSchema>;

/** The columns that they are made of. */
export const factColumns = {
  id: true,
  name: true,
  type: true,
  size: true,
  width: true,
  height: true,
  preview: true,
} as const satisfies Record<keyof FileFacts, true>;

const maxNameLength = 120;

// Control characters, line ends, and the marks that turn the direction of reading; not what joins emoji and letters.
const invisible =
  /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * A file's name as people may see and keep it: one line, no path, nothing that is invisible or turns the direction of reading round
 * (so that an ending stays at the end), and not too long; what it ends with is kept. Never empty.
 */
export function cleanFileName(name: string): string {
  const clean = name
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(invisible, "")
    .replaceAll(/[/\\]/g, "_")
    .replaceAll(/\s+/g, " ")
    .replace(/^[. ]+/, "")
    .replace(/[. ]+$/, "");
  return isBlank(clean) ? "file" : shorten(clean);
}

function shorten(name: string): string {
  const letters = [...name];
  if (letters.length <= maxNameLength) return name;
  const ending = [...(/\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? "")];
  return [...letters.slice(0, maxNameLength - 1 - ending.length), "…", ...ending].join("");
}
