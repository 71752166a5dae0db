import type { Thread, ThreadStanding } from "#lib/chat/schema.ts";

/** How a thread stands with what was written on this screen: the first line is what asks a stranger, and then one waits. */
export function standingNow(
  { kind, standing, participants }: Pick<Thread, "kind" | "standing" | "participants">,
  viewerId: string,
  written: number,
): ThreadStanding {
  const asks =
    kind === "DIRECT" &&
    participants.some(({ person, state }) => person.memberId !== viewerId && state === "ASKED");
  return standing === "open" && asks && written > 0 ? "waiting" : standing;
}
