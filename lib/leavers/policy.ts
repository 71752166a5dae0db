/** Files of one import, and bytes of one of them, at most. */
export const maxImportFiles = 10;
export const maxImportFileSize = 60 * 1024 ** 2;

/** Why an import is not begun or gone on with: what Invalid says of the field `import`. "moved": it is not any more as the page shows it. */
export const importRefusals = ["gone", "underWay", "moved"] as const;
export type ImportRefusal = (typeof importRefusals)[number];
