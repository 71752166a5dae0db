"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useConversationView, useNames } from "#components/chat/state/conversation-view.ts";
import { BareList } from "#components/ui/list.tsx";
import type { Reaction } from "#lib/chat/schema.ts";
import { emojiStyle } from "./emoji-grid.tsx";
import { withReaction } from "./reaction-marks.ts";

type ReactionsProps = { reactions: readonly Reaction[]; onToggle: (emoji: string) => void };

const maxNamed = 20;

/** Under a message: who marked it with what. Pressing one joins them, or takes one's own off. */
export function Reactions({ reactions, onToggle }: ReactionsProps) {
  const text = useTranslations("chat.message");
  const { viewerId, mayWrite } = useConversationView();
  const names = useNames();
  if (reactions.length === 0) return null;

  function who(memberIds: readonly string[]): string {
    const named = names.list(memberIds.slice(0, maxNamed));
    const others = memberIds.length - maxNamed;
    return others > 0 ? text("andOthers", { names: named, count: others }) : named;
  }
  return (
    <BareList aria-label={text("reactions")} className="mt-1 flex flex-wrap gap-1">
      {reactions.map(({ emoji, memberIds }) => (
        <li key={emoji}>
          <Tooltip.Root>
            <Tooltip.Trigger
              aria-pressed={memberIds.includes(viewerId)}
              aria-disabled={!mayWrite}
              onClick={() => mayWrite && onToggle(emoji)}
              className="flex min-h-7 items-center gap-1 rounded-full border border-hairline bg-surface px-2 text-sm leading-none text-ink-soft transition-colors hover:border-line aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
            >
              <span className={emojiStyle}>{emoji}</span>{" "}
              <span className="text-xs tabular-nums">{memberIds.length}</span>{" "}
              <span className="sr-only">{who(memberIds)}</span>
            </Tooltip.Trigger>
            <Tooltip.Portal>
              <Tooltip.Positioner sideOffset={6} className="z-30">
                <Tooltip.Popup className="max-w-64 rounded-control bg-ink px-2 py-1 text-xs text-paper transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
                  {who(memberIds)}
                </Tooltip.Popup>
              </Tooltip.Positioner>
            </Tooltip.Portal>
          </Tooltip.Root>
        </li>
      ))}
    </BareList>
  );
}

type PendingReaction = { of: readonly Reaction[]; emoji: string; on: boolean };

/** Reactions with an optimistic update: shown at once, until the message arrives with them or the command fails. */
export function useReactions(number: number, reactions: Reaction[]) {
  const { viewerId, react } = useConversationView();
  const [pending, setPending] = useState<PendingReaction | null>(null);
  const shown =
    pending?.of === reactions ? withReaction(reactions, viewerId, pending.emoji, pending.on) : reactions;
  return {
    shown,
    async toggle(emoji: string) {
      const own = shown.find((reaction) => reaction.emoji === emoji)?.memberIds.includes(viewerId);
      const next = { of: reactions, emoji, on: !own };
      setPending(next);
      if (!(await react(number, emoji, next.on))) setPending((now) => (now === next ? null : now));
    },
  };
}
