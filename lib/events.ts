import { z } from "zod";

const id = z.uuid();

/** What processes tell each other: ids only; whoever needs more reads it from the tables. */
export const eventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("message:sent"), companyId: id, threadId: id, number: z.int() }),
  z.object({ type: z.literal("thread:opened"), companyId: id, threadId: id, memberIds: z.array(id).max(2) }),
  z.object({ type: z.literal("thread:read"), companyId: id, threadId: id, memberId: id, number: z.int() }),
  z.object({ type: z.literal("feed:added"), companyId: id, eventId: id }),
  // The two below are sent by triggers (prisma/migrations), so that no way of ending access is forgotten.
  z.object({ type: z.literal("session:ended"), sessionId: id }),
  z.object({ type: z.literal("access:changed"), companyId: id, memberId: id.optional() }),
]);

export type OkaeriEvent = z.infer<typeof eventSchema>;

export const eventChannel = "okaeri";
