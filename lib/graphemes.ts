const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** What a reader sees as the characters of a text, one after another. */
export function* graphemesOf(text: string): Generator<string> {
  for (const { segment } of segmenter.segment(text)) yield segment;
}
