import type { Thread, ThreadStanding } from "#lib/chat/schema.ts";

/** How a thread stands with what was written on this screen: the first line is what asks a stranger, and then one waits. */
export function standingNow(thread: Asking, viewerId: string, written: number): ThreadStanding {
  return written > 0 && asks(thread, viewerId) ? "waiting" : thread.standing;
}

/** Whether the first line that the viewer writes here asks for the other's consent. */
export function asks({ kind, standing, participants }: Asking, viewerId: string): boolean {
  return (
    kind === "DIRECT" &&
    standing === "open" &&
    participants.some(({ person, state }) => person.memberId !== viewerId && state === "ASKED")
  );
}

type Asking = Pick<Thread, "kind" | "standing" | "participants">;
