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
/**
 * What is read as a picture, as a field of files has it. Safari makes of HEIC the first kind that is named, where HEIC is not (a Mac does so of
 * `image/*` leaves it): JPEG is first.
 */
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
