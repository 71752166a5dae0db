import { z } from "zod";
import type { LiveRooms } from "#lib/live-rooms.ts";
import { type TaskProgress, taskStateSchema } from "#lib/work/schema.ts";

const id = z.uuid();
const progress = z.object({
  type: z.literal("task:progress"),
  companyId: id,
  memberId: id,
  taskId: id,
  state: taskStateSchema,
  done: z.number(),
  total: z.number().nullable(),
});

/** What the processes tell each other about tasks. */
export const taskEvents = [progress] as const;

/** What the sidecar tells the browsers of the member who started the task. */
export type TaskServerEvents = {
  "task:progress": (progress: TaskProgress) => void;
};

/** How the sidecar passes it on. */
export const taskForwards = (rooms: LiveRooms<TaskServerEvents>) => ({
  "task:progress": ({ companyId, memberId, taskId, state, done, total }: z.infer<typeof progress>) =>
    rooms.member(companyId, memberId).emit("task:progress", { taskId, state, done, total }),
});
