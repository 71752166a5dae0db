/** Bytes of one file at most. */
export const maxFileSize = 20 * 1024 ** 2;

/** Why a file is not taken: what Invalid says of the field `file`. */
export const fileRefusals = ["empty", "tooLarge", "infected", "notScanned", "cutShort"] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** Pixels of a photo at most: as many as phones take by themselves. */
export const maxPhotoPixels = 49_000_000;
/** Pixels of its shorter side at least, and of the part of it that is shown. */
export const minPhotoSide = 64;
/** How many times a part of a photo is enlarged at most. */
export const maxPhotoZoom = 8;
/** What is read as a photo, as a field of files has it. HEIC is not among it: so an iPhone makes a JPEG of what one chooses. */
export const photoTypes = "image/jpeg,image/png,image/webp,image/gif,image/avif";

/** Why a photo is not taken, likewise. */
export const photoRefusals = [
  ...fileRefusals,
  "notPhoto",
  "heic",
  "unreadable",
  "tooManyPixels",
  "tooSmall",
] as const;
export type PhotoRefusal = (typeof photoRefusals)[number];
