import type { TaskProgress } from "#lib/work/schema.ts";

/** For how many days a takeout is there. */
export const keptDays = 7;

/** How much there is of what takes long: lines, files, and their bytes. */
export type Bulk = { lines: number; files: number; bytes: number };

/** A takeout that is there to be downloaded. Times as ISO. */
export type ReadyTakeout = { fileId: string; size: number; madeAt: string; expiresAt: string };

/** How it stands with a member's takeout. */
export type Takeout = {
  /** The last one that was asked for, and whether its end was asked for as well. */
  task: (TaskProgress & { ending: boolean }) | null;
  ready: ReadyTakeout | null;
  bulk: Bulk;
};
