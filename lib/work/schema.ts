import { z } from "zod";

export const workStateSchema = z.enum(["WAITING", "RUNNING", "DONE", "FAILED", "CANCELLED"]);
export type WorkState = z.infer<typeof workStateSchema>;

/** How far a work is, in the unit that its kind counts; `total` is null until it is known. */
export type WorkProgress = { workId: string; state: WorkState; done: number; total: number | null };
