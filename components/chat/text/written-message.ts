import { isBlank } from "#lib/blank.ts";
import { cleanText, maxMentions, maxTextLength } from "#lib/chat/policy.ts";
import { type Mentioned, mentionsIn } from "./text-parts.ts";

export type WrittenMessage = {
  /** The words as they would be sent; null where they cannot be. */
  words: string | null;
  blank: boolean;
  mentions: string[];
  /** How many more characters fit; below 0 how many are too many. */
  left: number;
  /** How many people are named too many. */
  surplus: number;
};

/** What stands in a field, held to every limit that the server has for a message. */
export function readMessage(text: string, people: readonly Mentioned[]): WrittenMessage {
  const blank = isBlank(text);
  const mentions = mentionsIn(text, people);
  const surplus = Math.max(mentions.length - maxMentions, 0);
  const words = cleanText(text);
  return {
    words: surplus > 0 || words === "" || words.length > maxTextLength ? null : words,
    blank,
    mentions,
    left: maxTextLength - (blank ? 0 : text.trim().length),
    surplus,
  };
}
