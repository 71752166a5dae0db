import { z } from "zod";
import { accessEvents } from "#lib/auth/live.ts";
import { chatEvents } from "#lib/chat/live.ts";
import { feedEvents } from "#lib/feed/live.ts";
import { taskEvents } from "#lib/work/live.ts";

/** What processes tell each other, of every domain: ids only; anyone who needs more reads it from the tables. */
const eventSchema = z.discriminatedUnion("type", [
  ...accessEvents,
  ...chatEvents,
  ...feedEvents,
  ...taskEvents,
]);

export type OkaeriEvent = z.infer<typeof eventSchema>;

/** The event of one type. */
export type EventOf<Type extends OkaeriEvent["type"]> = Extract<OkaeriEvent, { type: Type }>;

export const eventChannel = "okaeri";

/** The event that a payload is, or undefined. */
export function parseEvent(payload: string | undefined): OkaeriEvent | undefined {
  try {
    return eventSchema.safeParse(JSON.parse(payload ?? "")).data;
  } catch {
    return undefined;
  }
}
