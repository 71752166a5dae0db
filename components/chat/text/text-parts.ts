import { linkParts } from "./link-parts.ts";

export type Mentioned = { memberId: string; displayName: string };
type TextPart = { text: string; href?: string; memberId?: string };

/** A text in pieces: web addresses with their href, "@" and the name of somebody mentioned with their id. Joined, the pieces are the text. */
export function textParts(text: string, mentioned: readonly Mentioned[]): TextPart[] {
  const names = mentioned.toSorted((a, b) => b.displayName.length - a.displayName.length);
  return linkParts(text).flatMap((part) => (part.href ? part : mentionParts(part.text, names)));
}

/** The ids of those whose name still stands in the text behind an "@", each once. */
export function mentionsIn(text: string, candidates: readonly Mentioned[]): string[] {
  const found = textParts(text, candidates).flatMap(({ memberId }) => memberId ?? []);
  return [...new Set(found)];
}

// The longest name first: @山田 太郎 is not @山田 and a word.
function mentionParts(text: string, names: readonly Mentioned[]): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    if (at < from) continue;
    const named = names.find(({ displayName }) => text.startsWith(displayName, at + 1));
    if (!named) continue;
    if (at > from) parts.push({ text: text.slice(from, at) });
    from = at + 1 + named.displayName.length;
    parts.push({ text: text.slice(at, from), memberId: named.memberId });
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
