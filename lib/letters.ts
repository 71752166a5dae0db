// How letters fold, in two steps, for whatever is typed and compared. Kanji have their own step, in lib/people/normalise.ts.

/** The text with its katakana, full or half width, as hiragana. */
export function toHiragana(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/**
 * A text as a list's words are compared with what was typed: width, case, katakana and hiragana, and diacritics make no difference; white
 * space is single and trimmed. Nothing that tells two words apart is lost: ビール is not ビル.
 */
export function plainLetters(text: string): string {
  return toHiragana(text.replace(variationSelectors, ""))
    .toLowerCase()
    .replace(accented, (letter) => foldLatin(letter.normalize("NFD").replace(/\p{Mn}/gu, "")))
    .replace(accents, "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * A text without what people do not type: as `plainLetters`, and long-vowel marks, hyphens and apostrophes make no difference either, nor
 * kana that sound alike; "|" never occurs. Kanji stay, but ケ and ヶ between them are が: 関ヶ原 is 関が原.
 */
export function foldLetters(text: string): string {
  return plainLetters(
    text.replace(variationSelectors, "").normalize("NFKC").replace(smallKe, "が").replace(doubleHyphens, ""),
  )
    .replace(alike, (character) => kana[character] ?? character)
    .replace(/(.)[々ゝ]/gu, "$1$1")
    .replace(/(.)ゞ/gu, (_, kana: string) => kana + `${kana}\u3099`.normalize("NFC"))
    .replaceAll("|", " ")
    .replace(marks, "")
    .replace(/ +/g, " ")
    .trim();
}

/** The letters that do not decompose, once their accents are off (ǿ). */
function foldLatin(letter: string): string {
  return latin[letter] ?? letter;
}

const latin: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
};

const accented = /[\p{Script=Latin}--[a-z]]/gv;

/** Of letters that Unicode has not with this accent. */
const accents = /(?<=\p{Script=Latin})\p{Mn}+/gu;

/** Kana that sound alike, and that people mix up in names: かをる, みづき, ゑみ. */
const kana: Record<string, string> = { を: "お", づ: "ず", ぢ: "じ", ゐ: "い", ゑ: "え", ゕ: "か", ゖ: "け" };

const alike = new RegExp(`[${Object.keys(kana).join("")}]`, "g");

/** They choose between glyphs of one character; a name pasted from a register carries them (葛󠄀城). */
const variationSelectors = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu;

/** In 龍ケ崎 and 関ヶ原 it is read が, and as often written so. At the end of what is typed another kanji may follow. */
const smallKe = /(?<=\p{Script=Han})[ケヶ](?=\p{Script=Han}|$)/gu;

/** As in ジャン＝リュック. */
const doubleHyphens = /(?<=[ァ-ヺー])[=゠](?=[ァ-ヺー]|$)/gu;

/** Long-vowel marks, hyphens, apostrophes and middle dots of all kinds, accents left alone, invisible characters. */
const marks = /[ー\u2010-\u2015\u2212\-'’‘ʼʻ`´・·\p{Cf}\p{Cc}]|(?<![ぁ-ゖ])\p{Mn}/gu;
