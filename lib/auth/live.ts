import { z } from "zod";

const id = z.uuid();

/** What processes tell each other of access. Sent by triggers (prisma/sql/auth), so that no way of ending it is forgotten. */
export const accessEvents = [
  z.object({ type: z.literal("session:ended"), sessionId: id }),
  z.object({ type: z.literal("access:changed"), companyId: id, memberId: id.optional() }),
  z.object({ type: z.literal("member:left"), companyId: id }),
] as const;
