import { z } from "zod";

const id = z.uuid();
const added = z.object({ type: z.literal("feed:added"), companyId: id, eventId: id });
/** `memberId`: of who answered, or took it back. */
const answered = z.object({ type: z.literal("feed:answered"), companyId: id, eventId: id, memberId: id });

/** What processes tell each other of the feed. */
export const feedEvents = [added, answered] as const;

/** What the sidecar tells a browser of the feed, of lines that its member reads (lib/realtime/feed-lines.ts). */
export type FeedServerEvents = {
  "feed:new": (line: ToldLine) => void;
  "feed:answered": (line: ToldLine) => void;
};

/** `within`: the milliseconds over which those who are told spread what they ask then, so that they do not all ask at once. */
type ToldLine = { eventId: string; within: number };
