"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { commonEmoji, emojiByGroup, emojiGroups } from "./emoji.ts";
import { emojiStyle } from "./emoji-style.ts";

type EmojiGridProps = { onPick: (emoji: string) => void };

/** The emoji that are offered, by kind. */
export function EmojiGrid({ onPick }: EmojiGridProps) {
  const text = useTranslations("chat.message");
  return (
    <EmojiKeys>
      <EmojiRow label={text("emoji.common")} emoji={commonEmoji} first onPick={onPick} />
      {emojiGroups.map((group) => (
        <EmojiRow key={group} label={text(`emoji.${group}`)} emoji={emojiByGroup[group]} onPick={onPick} />
      ))}
    </EmojiKeys>
  );
}

type FoundEmojiProps = EmojiGridProps & { label: string; emoji: readonly string[] };

/** Those that were looked for; nothing where there are none. */
export function FoundEmoji({ label, emoji, onPick }: FoundEmojiProps) {
  if (emoji.length === 0) return null;
  return (
    <EmojiKeys>
      <EmojiRow label={label} emoji={emoji} first onPick={onPick} />
    </EmojiKeys>
  );
}

/** One stop of the Tab key; the arrows move within. */
function EmojiKeys({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const buttons = [...(box.current?.querySelectorAll("button") ?? [])];
    const current = buttons.find((button) => button === document.activeElement);
    const next = current && neighbour(buttons, current, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of the buttons in it.
    <div ref={box} onKeyDown={onKeyDown} className="grid gap-3">
      {children}
    </div>
  );
}

type EmojiRowProps = {
  label: string;
  emoji: readonly string[];
  first?: boolean;
  onPick: (emoji: string) => void;
};

function EmojiRow({ label, emoji, first = false, onPick }: EmojiRowProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields of a form.
    <div role="group" aria-labelledby={id}>
      <p id={id} className="px-1 text-xs text-ink-soft">
        {label}
      </p>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(2.25rem,1fr))]">
        {emoji.map((one, index) => (
          <button
            key={one}
            type="button"
            tabIndex={first && index === 0 ? 0 : -1}
            onClick={() => onPick(one)}
            className={classNames(
              emojiStyle,
              "grid h-9 place-items-center rounded-control text-lg leading-none hover:bg-sunken focus-visible:-outline-offset-2",
            )}
          >
            {one}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The button that an arrow key leads to: the next one, or of the next row the nearest. */
function neighbour(buttons: HTMLElement[], current: HTMLElement, key: string): HTMLElement | undefined {
  const at = buttons.indexOf(current);
  if (key === "ArrowRight") return buttons[at + 1];
  if (key === "ArrowLeft") return buttons[at - 1];
  const here = current.getBoundingClientRect();
  const rows = { ArrowDown: buttons.slice(at + 1), ArrowUp: buttons.slice(0, at).reverse() };
  if (key !== "ArrowDown" && key !== "ArrowUp") return undefined;
  const beyond = rows[key].filter((button) => button.getBoundingClientRect().top !== here.top);
  const row = beyond[0]?.getBoundingClientRect().top;
  return beyond
    .filter((button) => button.getBoundingClientRect().top === row)
    .toSorted((a, b) => distance(a, here.left) - distance(b, here.left))[0];
}

function distance(button: HTMLElement, left: number): number {
  return Math.abs(button.getBoundingClientRect().left - left);
}
