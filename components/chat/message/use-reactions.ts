"use client";

import { useState } from "react";
import { useConversationView } from "#components/chat/conversation/conversation-view.ts";
import type { Reaction } from "#lib/chat/schema.ts";
import { withReaction } from "./reaction-marks.ts";

type Wish = { of: readonly Reaction[]; emoji: string; on: boolean };

/** A message's marks as the viewer has just made them: at once on this screen, until the message itself comes with them or it fails. */
export function useReactions(number: number, reactions: Reaction[]) {
  const { viewerId, react } = useConversationView();
  const [wish, setWish] = useState<Wish | null>(null);
  const shown = wish?.of === reactions ? withReaction(reactions, viewerId, wish.emoji, wish.on) : reactions;
  return {
    shown,
    async toggle(emoji: string) {
      const own = shown.find((reaction) => reaction.emoji === emoji)?.memberIds.includes(viewerId);
      const next = { of: reactions, emoji, on: !own };
      setWish(next);
      if (!(await react(number, emoji, next.on))) setWish((now) => (now === next ? null : now));
    },
  };
}
