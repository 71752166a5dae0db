"use client";

import { Menu } from "@base-ui/react/menu";
import { Archive, ArchiveRestore, Bell, BellOff, MailOpen, Pin, PinOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { MenuAction } from "#components/ui/menu.tsx";
import { popupStyle } from "#components/ui/popup-style.ts";
import type { ThreadCard } from "#lib/chat/schema.ts";
import type { PlaceCommand } from "./use-place.ts";

export type ThreadMenuProps = {
  thread: ThreadCard;
  /** Below which it opens: a row's button, or where the row was pressed. */
  anchor: ComponentProps<typeof Menu.Positioner>["anchor"];
  open: boolean;
  onClose: () => void;
  /** Once it is out of sight. */
  onClosed: () => void;
  onChoose: (thread: ThreadCard, command: PlaceCommand) => void;
};

/** What one does with a thread in one's own list. */
export function ThreadMenu({ thread, anchor, open, onClose, onClosed, onChoose }: ThreadMenuProps) {
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
  return (
    <Menu.Root
      open={open}
      onOpenChange={(isOpen) => isOpen || onClose()}
      onOpenChangeComplete={(isOpen) => isOpen || onClosed()}
    >
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} align="end" sideOffset={8} collisionPadding={8} className="z-30">
          <Menu.Popup className={classNames(popupStyle, "min-w-60")}>
            {choices.map(({ name, label, icon }) => (
              <MenuAction key={name} onSelect={() => onChoose(thread, name)}>
                {icon}
                {label}
              </MenuAction>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

const look = { className: "size-4.5 text-ink-soft", strokeWidth: 1.75, "aria-hidden": true } as const;
