import { maxReactions } from "#lib/chat/policy.ts";
import type { Reaction } from "#lib/chat/schema.ts";

/** The marks with one person's put on or taken off. A mark of nobody is gone; a new one stands last. */
export function withReaction(
  reactions: readonly Reaction[],
  memberId: string,
  emoji: string,
  on: boolean,
): Reaction[] {
  const known = reactions.some((reaction) => reaction.emoji === emoji);
  const all = known ? reactions : [...reactions, { emoji, memberIds: [] }];
  return all
    .map((reaction) => {
      if (reaction.emoji !== emoji) return reaction;
      const others = reaction.memberIds.filter((id) => id !== memberId);
      return { emoji, memberIds: on ? [...others, memberId] : others };
    })
    .filter(({ memberIds }) => memberIds.length > 0);
}

/** Whether a message takes no other kind of mark. */
export function isFull(reactions: readonly Reaction[]): boolean {
  return reactions.length >= maxReactions;
}
