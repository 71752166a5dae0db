import { foldText } from "#components/ui/fold-text.ts";
import type { Participant } from "#lib/chat/schema.ts";

/** Those whose name, reading or former name holds every word of `q`, in any width, case or kana; all of them for none. */
export function matchMembers(members: readonly Participant[], q: string): Participant[] {
  const terms = foldText(q).split(" ").filter(Boolean);
  return members.filter(({ person: { displayName, kana, formerName } }) => {
    const known = foldText(`${displayName} ${kana ?? ""} ${formerName ?? ""}`).replaceAll(" ", "");
    return terms.every((term) => known.includes(term));
  });
}
