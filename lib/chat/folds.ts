import type { ChatLine } from "#lib/chat/schema.ts";

/** Stands for whoever wrote a line that is folded: somebody whom the viewer blocked, in a group. Of such a line no word is told unasked. */
export const foldedAuthor = "00000000-0000-0000-0000-000000000000";

/** Whether a line is folded. Where it is deleted as well, there is nothing to show on request. */
export function isFolded({ authorId }: Pick<ChatLine, "authorId">): boolean {
  return authorId === foldedAuthor;
}

/** Whether a line counts as unread for nobody: it was deleted, or is folded. */
export function isSilent(line: Pick<ChatLine, "authorId" | "deleted">): boolean {
  return line.deleted || isFolded(line);
}
