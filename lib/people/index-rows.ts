/**
 * The heading under which a sort key stands in a directory: the row of the kana table (あ か さ … わ) or the Latin letter;
 * null for anything else, such as kanji without a reading.
 */
export function indexRow(sortKey: string): string | null {
  const initial = sortKey.charAt(0);
  if (/[a-z]/.test(initial)) return initial.toUpperCase();
  if (!/[ぁ-ゖ]/.test(initial)) return null;
  return kanaRows.findLast(({ first }) => first <= initial)?.row ?? null;
}

const kanaRows = [
  { row: "あ", first: "ぁ" },
  { row: "か", first: "か" },
  { row: "さ", first: "さ" },
  { row: "た", first: "た" },
  { row: "な", first: "な" },
  { row: "は", first: "は" },
  { row: "ま", first: "ま" },
  { row: "や", first: "ゃ" },
  { row: "ら", first: "ら" },
  { row: "わ", first: "ゎ" },
];
