import type { people } from "#prisma/world.ts";

export type PersonKey = keyof typeof people;

/** A named person, a leaver of world/talkers.ts, or any employee of a department whom the world makes up. */
export type Talker = PersonKey | { email: string } | { employeeOf: string };

/**
 * A conversation of a and b. A message starts with "a:" or "b:", after the time since the one before if that was long
 * ("b 2h:", in m, h or d); {a} and {b} are what they call each other.
 */
export interface Talk {
  between: readonly [Talker, Talker];
  /** The time since its last message. */
  ago: string;
  /** How many messages at its end the other one has not read. */
  unread?: number;
  text: string;
}
