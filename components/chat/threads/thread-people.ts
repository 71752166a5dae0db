import type { Participant, Thread } from "#lib/chat/schema.ts";
import type { PersonCard } from "#lib/people/schema.ts";

/** Who is in a thread or was asked into it: not those who went. */
export function inThread({ participants }: Pick<Thread, "participants">): Participant[] {
  return participants.filter(({ state }) => state !== "LEFT");
}

/** How many are in a thread, and how many were asked into it and have not answered. */
export function countPeople(thread: Pick<Thread, "participants">): { count: number; invited: number } {
  const people = inThread(thread);
  const count = people.filter(({ state }) => state === "ACTIVE").length;
  return { count, invited: people.length - count };
}

/** The others of them. */
export function othersIn(thread: Pick<Thread, "participants">, viewerId: string): PersonCard[] {
  return inThread(thread).flatMap(({ person }) => (person.memberId === viewerId ? [] : person));
}
