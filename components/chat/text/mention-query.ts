/** What is being typed behind an "@": from where, up to the caret. */
type MentionQuery = { from: number; to: number; words: string };

const maxLength = 20;

/** The mention that is being typed at the caret, or null: an "@" or "＠" that does not stand within a mail address, and what follows. */
export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const before = text.slice(0, caret);
  const from = Math.max(before.lastIndexOf("@"), before.lastIndexOf("＠"));
  if (from === -1 || /[a-z0-9._%+-]/i.test(before.charAt(from - 1))) return null;
  const words = before.slice(from + 1);
  if (words.length > maxLength || /[\n@＠]/.test(words) || /\s$/.test(words)) return null;
  return { from, to: caret, words };
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
