"use client";

import { Archive, ArchiveRestore, Bell, BellOff, MailOpen, Pin, PinOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
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
    <MenuPopup {...menu}>
      {choices.map(({ name, label, icon }) => (
        <MenuAction key={name} onSelect={() => onChoose(name)}>
          {icon}
          {label}
        </MenuAction>
      ))}
    </MenuPopup>
  );
}

const look = { className: "size-4.5 text-ink-soft", strokeWidth: 1.75, "aria-hidden": true } as const;
