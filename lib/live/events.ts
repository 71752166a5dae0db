import { z } from "zod";
import { accessEvents } from "#lib/auth/live.ts";
import { type ChatServerEvents, chatEvents, chatForwards } from "#lib/chat/live.ts";
import { type FeedServerEvents, feedEvents } from "#lib/feed/live.ts";
import type { LiveRooms } from "#lib/live-rooms.ts";
import { type PeopleServerEvents, peopleEvents, peopleForwards } from "#lib/people/live.ts";
import { type TaskServerEvents, taskEvents, taskForwards } from "#lib/work/live.ts";

/** What processes tell each other, of every domain: ids only; anyone who needs more reads it from the tables. */
const eventSchema = z.discriminatedUnion("type", [
  ...accessEvents,
  ...chatEvents,
  ...feedEvents,
  ...peopleEvents,
  ...taskEvents,
]);

export type OkaeriEvent = z.infer<typeof eventSchema>;

/** The event of one type. */
export type EventOf<Type extends OkaeriEvent["type"]> = Extract<OkaeriEvent, { type: Type }>;

type ConnectionEvents = {
  /** The sidecar may have missed something. */
  sync: () => void;
  /** The session ended or the member may no longer be here: the page has to be loaded again. No reconnecting. */
  ended: () => void;
  /** Somebody left the company's network: whoever shows their name has it no longer, over so many milliseconds. */
  "people:changed": (change: { within: number }) => void;
};

/** What the sidecar tells a browser, of every domain. Anything told may be lost: `sync` and a new connection ask it to catch up. */
export type ServerEvents = ConnectionEvents &
  ChatServerEvents &
  FeedServerEvents &
  PeopleServerEvents &
  TaskServerEvents;

/** How the sidecar passes on the events that it tells as it heard them, of every domain. */
export const forwardsTo = (rooms: LiveRooms<ServerEvents>) => ({
  ...chatForwards(rooms),
  ...peopleForwards(rooms),
  ...taskForwards(rooms),
});

export const eventChannel = "okaeri";

/** The event that a payload is, or undefined. */
export function parseEvent(payload: string | undefined): OkaeriEvent | undefined {
  try {
    return eventSchema.safeParse(JSON.parse(payload ?? "")).data;
  } catch {
    return undefined;
  }
}
