/**
 * A text as the words of a list are compared with what was typed: without regard to width, case, Latin diacritics, or katakana and
 * hiragana; white space is single and trimmed. Names of people have a folding of their own, in lib/people.
 */
export function plainText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, " ")
    .trim();
}
