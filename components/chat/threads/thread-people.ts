import type { Participant, Thread } from "#lib/chat/schema.ts";
import type { PersonCard } from "#lib/people/schema.ts";

/** Who is in a thread or was asked into it: not those who went. */
export function inThread({ participants }: Pick<Thread, "participants">): Participant[] {
  return participants.filter(({ state }) => state !== "LEFT");
}

/** The others of them. */
export function othersIn(thread: Pick<Thread, "participants">, viewerId: string): PersonCard[] {
  return inThread(thread).flatMap(({ person }) => (person.memberId === viewerId ? [] : person));
}
