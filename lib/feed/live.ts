import { z } from "zod";

const id = z.uuid();

/** What processes tell each other of the feed. */
export const feedEvents = [z.object({ type: z.literal("feed:added"), companyId: id, eventId: id })] as const;

/** What the sidecar tells a browser of the feed. */
export type FeedServerEvents = {
  "feed:new": (line: { eventId: string }) => void;
};
