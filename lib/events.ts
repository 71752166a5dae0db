import { z } from "zod";

const id = z.uuid();
const thread = { companyId: id, threadId: id };
const member = { companyId: id, memberId: id };

/** What processes tell each other: ids only; whoever needs more reads it from the tables. */
export const eventSchema = z.discriminatedUnion("type", [
  // The thread's revisions after `from`, up to `to`.
  z.object({ type: z.literal("thread:changed"), ...thread, from: z.int(), to: z.int() }),
  z.object({ type: z.literal("thread:read"), ...thread, memberId: id, number: z.int() }),
  // A member's own list of threads: pinned, muted, archived.
  z.object({ type: z.literal("places:changed"), ...member }),
  z.object({ type: z.literal("feed:added"), companyId: id, eventId: id }),
  // Of the moment: never in a transaction, and lost without harm.
  z.object({ type: z.literal("typing"), ...thread, memberId: id }),
  z.object({ type: z.literal("presence:here"), companyId: id, memberIds: z.array(id), sidecarId: id }),
  z.object({ type: z.literal("presence:gone"), companyId: id, memberIds: z.array(id), sidecarId: id }),
  z.object({ type: z.literal("presence:asked"), sidecarId: id }),
  // Sent by triggers (prisma/migrations), so that no way of ending access is forgotten.
  z.object({ type: z.literal("participant:changed"), ...thread, memberId: id }),
  z.object({ type: z.literal("preferences:changed"), ...member }),
  z.object({ type: z.literal("session:ended"), sessionId: id }),
  z.object({ type: z.literal("access:changed"), companyId: id, memberId: id.optional() }),
]);

export type OkaeriEvent = z.infer<typeof eventSchema>;

export const eventChannel = "okaeri";

/** The event that a payload is, or undefined. */
export function parseEvent(payload: string | undefined): OkaeriEvent | undefined {
  try {
    return eventSchema.safeParse(JSON.parse(payload ?? "")).data;
  } catch {
    return undefined;
  }
}
