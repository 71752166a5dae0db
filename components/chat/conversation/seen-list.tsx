"use client";

import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { useNames } from "#components/chat/state/conversation-view.ts";
import { popupStyle } from "#components/ui/popup-style.ts";

type SeenListProps = { words: string; memberIds: readonly string[]; className: string };

/** How many have read up to here, pressed already: who. */
export function SeenList({ words, memberIds, className }: SeenListProps) {
  const text = useTranslations("chat.message");
  const names = useNames();
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger className={className}>{words}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="end" sideOffset={6} collisionPadding={8} className="z-30">
          <Popover.Popup className={`${popupStyle} max-h-60 w-64 overflow-y-auto px-4! py-3!`}>
            <Popover.Title className="text-xs font-medium text-ink-soft">{text("seenTitle")}</Popover.Title>
            <p>{names.list(memberIds)}</p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
