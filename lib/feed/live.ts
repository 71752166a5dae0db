import { z } from "zod";
import type { LiveRooms } from "#lib/live-rooms.ts";

const id = z.uuid();
const added = z.object({ type: z.literal("feed:added"), companyId: id, eventId: id });

/** What processes tell each other of the feed. */
export const feedEvents = [added] as const;

/** What the sidecar tells a browser of the feed. */
export type FeedServerEvents = {
  "feed:new": (line: { eventId: string }) => void;
};

/** How the sidecar passes it on. */
export const feedForwards = (rooms: LiveRooms<FeedServerEvents>) => ({
  "feed:added": ({ companyId, eventId }: z.infer<typeof added>) =>
    rooms.company(companyId).emit("feed:new", { eventId }),
});
