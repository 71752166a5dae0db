"use client";

import { ContextMenu } from "@base-ui/react/context-menu";
import { Archive, ArchiveRestore, Bell, BellOff, MailOpen, Pin, PinOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { type Answer, requestByHttp } from "#components/live/live-request.ts";
import { classNames } from "#components/ui/class-names.ts";
import { MenuAction } from "#components/ui/menu.tsx";
import { MenuButton } from "#components/ui/menu-button.tsx";
import { popupStyle } from "#components/ui/popup-style.ts";
import type { ThreadCard } from "#lib/chat/schema.ts";
import type { ActionResult } from "#lib/results.ts";

export type PlaceCommand = "read" | "pin" | "unpin" | "mute" | "unmute" | "archive" | "unarchive";

type ThreadMenuProps = {
  thread: ThreadCard;
  /** What the thread is called. */
  name: string;
  onChoose: (command: PlaceCommand) => void;
  /** The row. */
  children: ReactNode;
};

/** A row of the list, and a menu that opens by the button beside it, by a right click and by a long press. */
export function ThreadMenu({ thread, name, onChoose, children }: ThreadMenuProps) {
  const text = useTranslations("chat.place");
  const items = <ThreadMenuItems thread={thread} onChoose={onChoose} />;
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger render={<li className="group/row relative" />}>
        {children}
        <div className="absolute inset-y-0 end-3 grid place-items-center opacity-0 group-hover/row:opacity-100 group-focus-within/row:opacity-100 has-data-popup-open:opacity-100 [@media(hover:none)]:pointer-events-none [@media(hover:none)]:opacity-0!">
          <MenuButton dots variant="secondary" align="end" label={text("menu", { name })}>
            {items}
          </MenuButton>
        </div>
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Positioner className="z-30">
          <ContextMenu.Popup className={classNames(popupStyle, "min-w-60")}>{items}</ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

type ThreadMenuItemsProps = Pick<ThreadMenuProps, "thread" | "onChoose">;

/** What one does with a thread in one's own list. */
function ThreadMenuItems({ thread, onChoose }: ThreadMenuItemsProps) {
  const text = useTranslations("chat.place");
  const { pinned, muted, archived, unread } = thread;
  const choices: { name: PlaceCommand; label: string; icon: ReactNode }[] = [
    ...(unread > 0 ? [{ name: "read", label: text("read"), icon: <MailOpen {...look} /> } as const] : []),
    pinned
      ? { name: "unpin", label: text("unpin"), icon: <PinOff {...look} /> }
      : { name: "pin", label: text("pin"), icon: <Pin {...look} /> },
    muted
      ? { name: "unmute", label: text("unmute"), icon: <Bell {...look} /> }
      : { name: "mute", label: text("mute"), icon: <BellOff {...look} /> },
    archived
      ? { name: "unarchive", label: text("unarchive"), icon: <ArchiveRestore {...look} /> }
      : { name: "archive", label: text("archive"), icon: <Archive {...look} /> },
  ];
  return choices.map(({ name, label, icon }) => (
    <MenuAction key={name} onSelect={() => onChoose(name)}>
      {icon}
      {label}
    </MenuAction>
  ));
}

const look = { className: "size-4.5 text-ink-soft", strokeWidth: 1.75, "aria-hidden": true } as const;

type Placed = Pick<ThreadCard, "id" | "last">;

/** Does something with a thread's place in the viewer's list. */
export function usePlace(): (thread: Placed, command: PlaceCommand) => Promise<Answer<void>> {
  const { slug, commands } = useChatRoom();
  function act({ id: threadId, last }: Placed, command: PlaceCommand): Promise<ActionResult<void>> {
    switch (command) {
      case "read":
        return commands.markReadAction(slug, { threadId, number: last?.number ?? 0 });
      case "pin":
      case "unpin":
        return commands.pinThreadAction(slug, { threadId, on: command === "pin" });
      case "mute":
      case "unmute":
        return commands.muteThreadAction(slug, { threadId, on: command === "mute" });
      case "archive":
      case "unarchive":
        return commands.archiveThreadAction(slug, { threadId, on: command === "archive" });
    }
  }
  return (thread, command) => requestByHttp(() => act(thread, command));
}
