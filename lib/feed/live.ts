import { z } from "zod";

const id = z.uuid();
const added = z.object({ type: z.literal("feed:added"), companyId: id, eventId: id });
/** `memberId`: of who answered, or took it back. */
const answered = z.object({ type: z.literal("feed:answered"), companyId: id, eventId: id, memberId: id });

/** What processes tell each other of the feed. */
export const feedEvents = [added, answered] as const;

/** What the sidecar tells a browser of the feed, of lines that its member reads (lib/realtime/feed-lines.ts). */
export type FeedServerEvents = {
  "feed:new": (line: { eventId: string }) => void;
  "feed:answered": (line: { eventId: string }) => void;
};
