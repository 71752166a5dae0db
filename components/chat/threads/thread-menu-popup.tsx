"use client";

import { Archive, ArchiveRestore, Bell, BellOff, type IconNode, MailOpen, Pin, PinOff } from "lucide";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { MenuAction, MenuPopup } from "#components/ui/menu.tsx";
import type { ThreadCard } from "#lib/chat/schema.ts";
import type { PlaceCommand } from "./use-place.ts";

type ThreadMenuPopupProps = Omit<ComponentProps<typeof MenuPopup>, "children"> & {
  thread: ThreadCard;
  onChoose: (command: PlaceCommand) => void;
};

/** What one does with a thread in one's own list. */
export function ThreadMenuPopup({ thread, onChoose, ...menu }: ThreadMenuPopupProps) {
  const text = useTranslations("chat.place");
  const { pinned, muted, archived, unread } = thread;
  const choices: { name: PlaceCommand; label: string; icon: IconNode }[] = [
    ...(unread > 0 ? [{ name: "read", label: text("read"), icon: MailOpen } as const] : []),
    pinned
      ? { name: "unpin", label: text("unpin"), icon: PinOff }
      : { name: "pin", label: text("pin"), icon: Pin },
    muted
      ? { name: "unmute", label: text("unmute"), icon: Bell }
      : { name: "mute", label: text("mute"), icon: BellOff },
    archived
      ? { name: "unarchive", label: text("unarchive"), icon: ArchiveRestore }
      : { name: "archive", label: text("archive"), icon: Archive },
  ];
  return (
    <MenuPopup {...menu}>
      {choices.map(({ name, label, icon }) => (
        <MenuAction key={name} onSelect={() => onChoose(name)}>
          <Icon icon={icon} className="size-4.5 text-ink-soft" />
          {label}
        </MenuAction>
      ))}
    </MenuPopup>
  );
}
