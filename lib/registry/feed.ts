import "server-only";
import { loadJoinedLines } from "#lib/companies/feed.ts";
import type { JoinedLine } from "#lib/companies/schema.ts";
import { loadChangedLines } from "#lib/feed/changed-lines.ts";
import type { ChangedLine, FeedEventKind, FeedLoader } from "#lib/feed/schema.ts";

/** A line of the feed, of whatever kind. */
export type FeedLine = JoinedLine | ChangedLine;

/** What loads the lines of each kind. */
export const feedLoaders: Record<FeedEventKind, FeedLoader<FeedLine>> = {
  JOINED: loadJoinedLines,
  CHANGED: loadChangedLines,
};
