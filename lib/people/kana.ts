/** A reading as Japanese dictionaries order it: がとう stands among かとう, ゃ and や are one, and a long mark does not count. */
export function dictionaryOrder(kana: string): string {
  return kana
    .normalize("NFD")
    .replace(/[\u3099\u309Aー]/g, "")
    .replace(/[ぁぃぅぇぉっゃゅょゎ]/g, (small) => String.fromCharCode(small.charCodeAt(0) + 1));
}
