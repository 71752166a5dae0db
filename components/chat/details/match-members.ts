import type { Participant } from "#lib/chat/schema.ts";

/** Those whose name, reading or former name holds every word of `q`, in any width, case or kana; all of them for none. */
export function matchMembers(members: readonly Participant[], q: string): Participant[] {
  const terms = fold(q).split(" ").filter(Boolean);
  return members.filter(({ person: { displayName, kana, formerName } }) => {
    const known = fold(`${displayName} ${kana ?? ""} ${formerName ?? ""}`).replaceAll(" ", "");
    return terms.every((term) => known.includes(term));
  });
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/(?<=\p{Script=Latin})\p{Mn}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, " ")
    .trim();
}
