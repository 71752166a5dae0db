/** Letters and signs with which a sentence goes on behind an address without a space, as alternatives of a regular expression. */
export const japanese = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・〜]|(?!\p{ASCII})\p{S}`;
