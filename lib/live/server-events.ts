import type { ChatServerEvents } from "#lib/chat/live.ts";
import type { FeedServerEvents } from "#lib/feed/live.ts";
import type { TaskServerEvents } from "#lib/work/live.ts";

type ConnectionEvents = {
  /** The sidecar may have missed something. */
  sync: () => void;
  /** The session ended or the member may no longer be here: the page has to be loaded again. No reconnecting. */
  ended: () => void;
};

/** What the sidecar tells a browser, of every domain. Anything told may be lost: `sync` and a new connection ask it to catch up. */
export type ServerEvents = ConnectionEvents & ChatServerEvents & FeedServerEvents & TaskServerEvents;
