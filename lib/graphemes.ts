const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** What a reader sees as the characters of a text, one after another. */
export function* graphemesOf(text: string): Generator<string> {
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/** Whether a text must not be cut between these two of its characters: both are of one word. Japanese may be cut anywhere. */
function isWithinWord(before: string | undefined, after: string | undefined): boolean {
  return isOfWord.test(before ?? "") && isOfWord.test(after ?? "");
}

const isOfWord =
  /^[[\p{L}\p{N}\p{M}'’]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]]/v;

/** The last place up to `at` where a text of these characters may end, but none before `least`: rather within a word. */
export function endUpTo(characters: readonly string[], at: number, least: number): number {
  for (let end = at; end > least; end--)
    if (!isWithinWord(characters[end - 1], characters[end]) && characters[end - 1] !== " ") return end;
  return at;
}

/** The first place from `at` where a text of these characters may begin, but none behind `most`: rather within a word. */
export function beginningFrom(characters: readonly string[], at: number, most: number): number {
  for (let begin = at; begin <= most; begin++)
    if (!isWithinWord(characters[begin - 1], characters[begin]) && characters[begin] !== " ") return begin;
  return at;
}
