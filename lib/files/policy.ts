/** Bytes of one file at most. */
export const maxFileSize = 20 * 1024 ** 2;

/** Why a file is not taken: what Invalid says of the field `file`. */
export const fileRefusals = ["empty", "tooLarge", "infected", "notScanned", "cutShort"] as const;
export type FileRefusal = (typeof fileRefusals)[number];
