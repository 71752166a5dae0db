import { z } from "zod";
import { type WorkProgress, workStateSchema } from "#lib/work/schema.ts";

const id = z.uuid();

/** What processes tell each other of long work. */
export const workEvents = [
  z.object({
    type: z.literal("work:progress"),
    companyId: id,
    memberId: id,
    workId: id,
    state: workStateSchema,
    done: z.number(),
    total: z.number().nullable(),
  }),
] as const;

/** What the sidecar tells the browsers of the member who asked for the work. */
export type WorkServerEvents = {
  "work:progress": (progress: WorkProgress) => void;
};
