import { type LiveServer, rooms } from "./rooms.ts";

/** So many requests a second at most come of one push, */
const msEach = 2;
/** while nobody waits for longer than this. */
const maxSpreadMs = 30_000;

/** Over how many milliseconds those of a room of this process spread what they ask for once they were told something. */
export function spreadOf(io: LiveServer, room: string): number {
  const sockets = io.sockets.adapter.rooms.get(room)?.size ?? 0;
  return Math.min(sockets * msEach, maxSpreadMs);
}

/** Tells everybody of a company who is connected to this process that its people are others than before. */
export function tellPeopleChanged(io: LiveServer, { companyId }: { companyId: string }): void {
  const room = rooms.company(companyId);
  io.to(room).emit("people:changed", { within: spreadOf(io, room) });
}
