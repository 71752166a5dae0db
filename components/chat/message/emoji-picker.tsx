"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { createEnterReader } from "#components/ui/enter-key.ts";
import { LiveRegion } from "#components/ui/live-region.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { Reaction } from "#lib/chat/schema.ts";
import { EmojiGrid, FoundEmoji } from "./emoji-grid.tsx";
import { findEmoji } from "./emoji-search.ts";
import { isFull } from "./reaction-marks.ts";
import { useEmojiNames } from "./use-emoji-names.ts";

type EmojiPickerProps = { reactions: readonly Reaction[]; onPick: (emoji: string) => void };

/** Everything that one may mark a message with, and a search among it by names in both languages. */
export function EmojiPicker({ reactions, onPick }: EmojiPickerProps) {
  const text = useTranslations("chat.message");
  const names = useEmojiNames();
  const [typed, setTyped] = useState("");
  const [enter] = useState(createEnterReader);
  const found = findEmoji(names ?? [], typed);
  const searching = typed.trim() !== "";

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "ArrowDown") {
      const first = event.currentTarget.parentElement?.querySelector<HTMLElement>("button");
      if (first) event.preventDefault();
      first?.focus();
    }
    const [first] = found;
    if (event.key !== "Enter" || !first || !enter.sends(event.nativeEvent)) return;
    event.preventDefault();
    onPick(first);
  }
  function status(): string {
    if (!searching || found.length > 0) return "";
    if (names === null) return text("emojiSearch.loading");
    return text(names ? "emojiSearch.none" : "emojiSearch.failed", { q: typed.trim() });
  }
  if (isFull(reactions))
    return (
      <div className="grid gap-2">
        <p className="px-1 text-sm text-ink-soft">{text("tooManyReactions")}</p>
        <FoundEmoji label={text("reactions")} emoji={reactions.map(({ emoji }) => emoji)} onPick={onPick} />
      </div>
    );
  return (
    <div className="grid gap-3">
      <TextInput
        type="search"
        value={typed}
        maxLength={100}
        aria-label={text("emojiSearch.label")}
        placeholder={text("emojiSearch.placeholder")}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onCompositionEnd={(event) => enter.conversionEnded(event.timeStamp)}
        className="min-h-9! py-1!"
      />
      <p className="px-1 text-sm text-ink-soft empty:hidden">{status()}</p>
      <LiveRegion message={searching ? status() || text("emojiSearch.found", { count: found.length }) : ""} />
      {searching ? (
        <FoundEmoji label={text("emojiSearch.results")} emoji={found} onPick={onPick} />
      ) : (
        <EmojiGrid onPick={onPick} />
      )}
    </div>
  );
}
