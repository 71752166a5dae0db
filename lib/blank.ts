// White space, control and format characters, what Unicode lets a font ignore (U+200B, U+3164 …), and letters that are drawn empty: the
// braille blank, the musical null notehead, the blanks of hieroglyphs.
const blank =
  /^[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u{2800}\u{1D159}\u{13441}\u{13442}\u{16FE4}]*$/u;

/** Whether a text shows nothing: it is empty, or all of its characters are invisible. */
export function isBlank(text: string): boolean {
  return blank.test(text);
}
