import { z } from "zod";
import { attempt } from "#components/chat/browser-storage.ts";

export type KeptText = ReturnType<typeof keptText>;

const editSchema = z.object({ number: z.int(), text: z.string() });

/** A line that is being edited: its number, and its words so far. */
type KeptEdit = z.infer<typeof editSchema>;

/**
 * What one member is writing in one thread, on this device: a draft, its words and what it answers, and a line being edited. A browser that keeps
 * nothing is as good as an empty one.
 */
export function keptText(storage: Storage | undefined, memberId: string, threadId: string) {
  const keyOf = (name: string) => `okaeri:${memberId}:${threadId}:${name}`;
  const read = (name: string) => attempt(() => storage?.getItem(keyOf(name))) ?? "";
  function keep(name: string, value: string): void {
    attempt(() => (value ? storage?.setItem(keyOf(name), value) : storage?.removeItem(keyOf(name))));
  }
  // What this tab wrote last: it clears only its own words, not those that another tab has kept since.
  let known: string | undefined;
  return {
    draft(): string {
      known = read("draft");
      return known;
    },
    keepDraft(text: string): void {
      if (!text && known !== undefined && known !== read("draft")) return;
      keep("draft", text);
      known = text;
    },
    /** The number of the line that is being answered. */
    quoted: () => Number(read("quote")) || null,
    keepQuoted: (number: number | null) => keep("quote", number ? String(number) : ""),
    edit: (): KeptEdit | null => attempt(() => editSchema.parse(JSON.parse(read("edit")))) ?? null,
    keepEdit: (edit: KeptEdit | null) => keep("edit", edit ? JSON.stringify(edit) : ""),
  };
}
