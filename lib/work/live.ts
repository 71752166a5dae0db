import { z } from "zod";
import { type TaskProgress, taskStateSchema } from "#lib/work/schema.ts";

const id = z.uuid();

/** What the processes tell each other about tasks. */
export const taskEvents = [
  z.object({
    type: z.literal("task:progress"),
    companyId: id,
    memberId: id,
    taskId: id,
    state: taskStateSchema,
    done: z.number(),
    total: z.number().nullable(),
  }),
] as const;

/** What the sidecar tells the browsers of the member who started the task. */
export type TaskServerEvents = {
  "task:progress": (progress: TaskProgress) => void;
};
