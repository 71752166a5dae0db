"use client";

import { Popover } from "@base-ui/react/popover";
import { SmilePlus } from "lucide";
import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { popupStyle } from "#components/ui/popup-style.ts";
import type { Reaction } from "#lib/chat/schema.ts";
import { EmojiPicker } from "./emoji-picker.tsx";

type ReactionPickerProps = {
  reactions: readonly Reaction[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onClosed: () => void;
  onPick: (emoji: string) => void;
};

export function ReactionPicker({ reactions, open, onOpenChange, onClosed, onPick }: ReactionPickerProps) {
  const text = useTranslations("chat.message");
  return (
    <Popover.Root
      open={open}
      onOpenChange={onOpenChange}
      onOpenChangeComplete={(isOpen) => !isOpen && onClosed()}
    >
      <Popover.Trigger aria-label={text("moreEmoji")} title={text("moreEmoji")} className={toolStyle}>
        <Icon icon={SmilePlus} className="size-4.5" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="center" sideOffset={8} collisionPadding={8} className="z-30">
          <Popover.Popup
            aria-label={text("react")}
            className={`${popupStyle} max-h-[min(20rem,var(--available-height))] w-80 overflow-y-auto overscroll-contain`}
          >
            <EmojiPicker
              reactions={reactions}
              onPick={(emoji) => {
                onOpenChange(false);
                onPick(emoji);
              }}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** A button of the small bar at a message. */
export const toolStyle =
  "grid size-8 place-items-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink data-popup-open:bg-sunken data-popup-open:text-ink focus-visible:-outline-offset-2";
