import { z } from "zod";

export const taskStateSchema = z.enum(["WAITING", "RUNNING", "DONE", "FAILED", "CANCELLED"]);
export type TaskState = z.infer<typeof taskStateSchema>;

/** How far a task is, in the unit that its kind counts; `total` is null until it is known. */
export type TaskProgress = { taskId: string; state: TaskState; done: number; total: number | null };
