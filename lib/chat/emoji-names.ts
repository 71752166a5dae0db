import "server-only";
import english from "emojibase-data/en/compact.json" with { type: "json" };
import japanese from "emojibase-data/ja/compact.json" with { type: "json" };
import { z } from "zod";
import { emojiSchema } from "#lib/chat/input.ts";

const listSchema = z.array(
  z.object({ unicode: z.string(), label: z.string(), tags: z.array(z.string()).default([]) }),
);

/** Every emoji with which a message may be marked, in the order of Unicode, with what it is called in both languages. */
export function listEmojiNames(): [emoji: string, names: string][] {
  const names = new Map<string, string[]>();
  for (const { unicode, label, tags } of [...listSchema.parse(english), ...listSchema.parse(japanese)]) {
    const emoji = markOf(unicode);
    if (emoji) names.set(emoji, [...(names.get(emoji) ?? []), label, ...tags]);
  }
  return [...names].map(([emoji, words]) => [emoji, [...new Set(words)].join(" ")]);
}

// The list asks for colours by a selector, also where Unicode has the emoji without one.
function markOf(unicode: string): string | undefined {
  return [unicode, unicode.replaceAll("\uFE0F", "")].find((one) => emojiSchema.safeParse(one).success);
}
