import type { Participant, ParticipantState, ThreadKind, ThreadStanding } from "#lib/chat/schema.ts";
import type { PersonCard } from "#lib/people/schema.ts";

type Participation = { memberId: string; state: ParticipantState };

/** How many others of a thread are shown by their faces. */
export const maxFaces = 3;
const maxNames = 3;

/** How a thread stands for one of its participants; `other` is the second one of a direct thread. */
export function standingOf(
  { kind, lastNumber }: { kind: ThreadKind; lastNumber: number },
  own: Pick<Participation, "state">,
  other: Pick<Participation, "state"> | undefined,
): ThreadStanding {
  if (own.state === "ASKED") return "asked";
  if (kind === "GROUP" || other?.state === "ACTIVE") return "open";
  // Nobody stands there any more who has left the network.
  if (!other || other.state === "BARRED" || other.state === "LEFT") return "closed";
  // The first line is what asks.
  return lastNumber > 0 ? "waiting" : "open";
}

/** What others may know of a participant: a refusal and a block look as what was before them. */
export function shownState({ state }: Pick<Participation, "state">): Participant["state"] {
  if (state === "DECLINED") return "ASKED";
  return state === "BARRED" ? "ACTIVE" : state;
}

/** What a thread is called: as its admins named it, or by the others in it. */
export function nameOf({ name }: { name: string | null }, others: PersonCard[]): string {
  if (name) return name;
  const names = others.slice(0, maxNames).map(({ displayName }) => displayName);
  const rest = others.length > maxNames ? ["…"] : [];
  return [...names, ...rest].join(names.every(isLatin) ? ", " : "、");
}

function isLatin(name: string): boolean {
  return /^[\p{Script=Latin}\p{P}\s]*$/u.test(name);
}
