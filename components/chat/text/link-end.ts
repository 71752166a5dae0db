import { japanese } from "./japanese.ts";

const hiragana = String.raw`\p{Script=Hiragana}`;
/**
 * Where a Japanese sentence goes on without a space: behind a Latin letter or a digit (…/12345参加, …/docsにあります; the titles of a wiki
 * mix them, as JR東日本), with hiragana also behind the slash of the host or a sign that ends words, and with を, which begins no word, behind any.
 */
const sentence = new RegExp(
  [
    String.raw`(?<=[\p{Script=Latin}\p{Nd}]\p{M}*)(?:${hiragana}|(?<!^/wiki/[^/?#]*)(?:${japanese}))`,
    `(?<=^/)${hiragana}`,
    String.raw`(?<=[\x21-\x7E])(?<![/=_~(,\-#&+@[{|])${hiragana}`,
    String.raw`(?<=\p{ASCII})を`,
    "[。．｡]",
  ].join("|"),
  "u",
);

/** An address's path, query and fragment up to where a sentence goes on. */
export function withoutSentence(path: string): string {
  const end = path.search(sentence);
  const whole = end === -1 ? path : path.slice(0, end);
  for (const { index } of whole.matchAll(closing))
    if (isOpenedOutside(whole.slice(0, index + 1))) return whole.slice(0, index);
  return whole;
}

const closing = new RegExp(String.raw`[)\]}](?=${japanese})`, "gu");
const opened: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

/** Whether its last character is a bracket that closes what was opened before it. */
function isOpenedOutside(text: string): boolean {
  const last = text.at(-1) ?? "";
  const opening = opened[last];
  return opening !== undefined && count(text, opening) < count(text, last);
}

/** An address without the punctuation of the sentence around it; a closing bracket stays when it was opened inside. */
export function withoutTail(address: string): string {
  const [last = ""] = /.$/u.exec(address) ?? [];
  const isTail = ".,:;!?'*|・’〜".includes(last) || isOpenedOutside(address);
  return last !== "" && isTail ? withoutTail(address.slice(0, -last.length)) : address;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
