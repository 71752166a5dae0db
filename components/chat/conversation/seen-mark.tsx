"use client";

import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { popupStyle } from "#components/ui/popup-style.ts";
import { useConversationView } from "./conversation-view.ts";
import { useNames } from "./use-names.ts";

/** Who has read up to here: among two that they did, in a group how many, and on pressing it who. */
export function SeenMark({ memberIds }: { memberIds: readonly string[] }) {
  const text = useTranslations("chat.message");
  const { thread } = useConversationView();
  const names = useNames();
  if (thread.kind === "DIRECT") return <span>{text("seen")}</span>;
  return (
    <Popover.Root>
      <Popover.Trigger className="-my-1.5 inline-flex min-h-6 items-center rounded-control underline-offset-3 hover:underline">
        {text("seenBy", { count: memberIds.length })}
      </Popover.Trigger>
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
