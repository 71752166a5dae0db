"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useConversationView, useNames } from "#components/chat/state/conversation-view.ts";
import { BareList } from "#components/ui/list.tsx";
import { useTooltip } from "#components/ui/use-tooltip.tsx";
import type { Reaction } from "#lib/chat/schema.ts";
import { emojiStyle } from "./emoji-style.ts";
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
        <ReactionMark
          key={emoji}
          emoji={emoji}
          count={memberIds.length}
          who={who(memberIds)}
          own={memberIds.includes(viewerId)}
          onToggle={mayWrite ? () => onToggle(emoji) : undefined}
        />
      ))}
    </BareList>
  );
}

type ReactionMarkProps = { emoji: string; count: number; who: string; own: boolean; onToggle?: () => void };

function ReactionMark({ emoji, count, who, own, onToggle }: ReactionMarkProps) {
  const { handlers, tooltip } = useTooltip(who);
  return (
    <li>
      <button
        {...handlers}
        type="button"
        aria-pressed={own}
        aria-disabled={!onToggle}
        onClick={onToggle}
        className="flex min-h-7 items-center gap-1 rounded-full border border-hairline bg-surface px-2 text-sm leading-none text-ink-soft transition-colors hover:border-line aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
      >
        <span className={emojiStyle}>{emoji}</span> <span className="text-xs tabular-nums">{count}</span>{" "}
        <span className="sr-only">{who}</span>
      </button>
      {tooltip}
    </li>
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
