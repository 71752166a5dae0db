import type { people } from "#prisma/world.ts";

type PersonKey = keyof typeof people;

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

/** A stranger's request to a named person: one line, which waits for an answer. */
export interface Request {
  from: Talker;
  to: PersonKey;
  ago: string;
  text: string;
}

/**
 * A group, whose founder stands first among its members: they write as "a:", "b:", "c:" … Between the letter and the colon may stand
 * the time since the message before ("2h"), the place among the messages of the one it answers (">3"), and "*" where it was edited
 * later. A line "^ 👏 bc" says who marked the message above it with what. {a}, {b} … are what one calls them.
 */
export interface GroupTalk {
  name: string | null;
  members: readonly Talker[];
  ago: string;
  text: string;
}
