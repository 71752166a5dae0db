/** Whether a name is written in Japanese, all or in part. */
export function isJapanese(name: string): boolean {
  return japanese.test(name);
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
