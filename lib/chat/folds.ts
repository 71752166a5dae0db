import type { ChatLine, Notice } from "#lib/chat/schema.ts";

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

/** What happened to others than these; null where it happened to nobody else. */
export function withoutNamed(notice: Notice, blocked: string[]): Notice | null {
  if (!("memberIds" in notice) || blocked.length === 0) return notice;
  const memberIds = notice.memberIds.filter((id) => !blocked.includes(id));
  return memberIds.length > 0 ? { ...notice, memberIds } : null;
}
