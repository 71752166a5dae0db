import "server-only";
import { readChatPreferences } from "#lib/chat/preferences.ts";
import { findCards } from "#lib/people/cards.ts";
import { wholePart } from "#lib/takeout/part.ts";

export const blocks = wholePart("blocks", ["blockedAt", "name"], async (tx, { companyId, memberId }) => {
  const set = await tx.chatBlock.findMany({
    where: { companyId, blockerId: memberId },
    orderBy: [{ createdAt: "asc" }, { blockedId: "asc" }],
  });
  const cards = await findCards(
    tx,
    set.map(({ blockedId }) => blockedId),
  );
  return set.map(({ createdAt, blockedId }) => ({
    blockedAt: createdAt.toISOString(),
    name: cards.get(blockedId)?.displayName ?? null,
  }));
});

export const preferences = wholePart(
  "preferences",
  ["shareReads", "showOnline", "mailAfterMinutes", "mailContent", "pushContent"],
  async (tx, member) => {
    const { shareReads, showOnline, mailAfterMinutes, mailContent, pushContent } = await readChatPreferences(
      tx,
      member,
    );
    return [{ shareReads, showOnline, mailAfterMinutes, mailContent, pushContent }];
  },
);
