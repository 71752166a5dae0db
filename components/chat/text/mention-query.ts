import { foldText } from "#components/ui/fold-text.ts";
import type { PersonCard } from "#lib/people/schema.ts";

/** What is being typed behind an "@": from where, up to the caret. */
type MentionQuery = { from: number; to: number; words: string };

const maxLength = 20;
const maxChoices = 8;

/** The mention that is being typed at the caret, or null: an "@" or "＠" that does not stand within a mail address, and what follows. */
export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const before = text.slice(0, caret);
  const from = Math.max(before.lastIndexOf("@"), before.lastIndexOf("＠"));
  if (from === -1 || /[a-z0-9._%+-]/i.test(before.charAt(from - 1))) return null;
  const words = before.slice(from + 1);
  if (words.length > maxLength || /[\n@＠]/.test(words) || /\s$/.test(words)) return null;
  return { from, to: caret, words };
}

/** The people whom these words may mean, by name or by reading, from the beginning of the family or the given name; at most eight. */
export function mentionChoices(words: string, people: readonly PersonCard[]): PersonCard[] {
  const wanted = fold(words);
  return people
    .filter((person) => names(person).some((name) => name.startsWith(wanted)))
    .slice(0, maxChoices);
}

/** The text with the mention in place of what was typed, and where the caret goes on. */
export function withMention(
  text: string,
  { from, to }: MentionQuery,
  displayName: string,
): { text: string; caret: number } {
  const mention = `@${displayName} `;
  const rest = text.slice(to).replace(/^ /, "");
  return { text: text.slice(0, from) + mention + rest, caret: from + mention.length };
}

function names({ displayName, kana, formerName }: PersonCard): string[] {
  const written = [displayName, kana ?? "", formerName ?? ""];
  return written.flatMap((name) => [fold(name), ...name.split(/\s+/).map(fold)]).filter(Boolean);
}

function fold(text: string): string {
  return foldText(text).replaceAll(" ", "");
}
