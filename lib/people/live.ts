import { z } from "zod";
import type { LiveRooms } from "#lib/live-rooms.ts";

const id = z.uuid();
/** `memberId`: whose record it is about. */
const changed = z.object({ type: z.literal("correction:changed"), companyId: id, memberId: id });

/** Who sees when people were here at most, as the company says. */
const limited = z.object({ type: z.literal("limits:changed"), companyId: id });

/** What processes tell each other of people. */
export const peopleEvents = [changed, limited] as const;

/** What the sidecar tells a browser of people. */
export type PeopleServerEvents = {
  /** Somebody asked HR to correct their record, took that back, or HR decided: told to HR and to them alone. */
  "corrections:changed": () => void;
};

/** How the sidecar passes it on. */
export const peopleForwards = (rooms: LiveRooms<PeopleServerEvents>) => ({
  "correction:changed": ({ companyId, memberId }: z.infer<typeof changed>) =>
    rooms.memberAndHr(companyId, memberId).emit("corrections:changed"),
});
