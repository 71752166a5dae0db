"use client";

import { Ellipsis } from "lucide";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import { type Point, useLongPress } from "#components/ui/use-long-press.ts";
import { latePart, usePart } from "#components/ui/use-part.ts";
import type { ThreadCard } from "#lib/chat/schema.ts";
import type { PlaceCommand } from "./use-place.ts";

/** The menu of a row; the list asks for it before a row does. */
export const threadMenu = latePart(() => import("./thread-menu-popup.tsx"));

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
  const [anchor, setAnchor] = useState<Element | Point | null>(null);
  const [open, setOpen] = useState(false);
  const hydrated = useHydrated();
  const part = usePart(threadMenu, open, { whenIdle: false });
  const byButton = open && anchor instanceof Element;

  function openAt(next: Element | Point) {
    setAnchor(next);
    setOpen(true);
  }
  return (
    <li data-called={byButton ? "" : undefined} className="relative">
      {/* Not around the menu: what is pressed there would count as a press of the row. */}
      <div {...useLongPress(openAt, openAt)}>
        {children}
        {hydrated && (
          <button
            type="button"
            aria-haspopup="menu"
            aria-expanded={byButton}
            onClick={(event) => openAt(event.currentTarget)}
            className={classNames(
              buttonStyle({ variant: "secondary", size: "small" }),
              "thread-dots aspect-square px-0!",
            )}
          >
            <Icon icon={Ellipsis} className="size-5" />
            <span className="sr-only">{text("menu", { name })}</span>
          </button>
        )}
      </div>
      {part && anchor && (
        <part.ThreadMenuPopup
          thread={thread}
          label={text("menu", { name })}
          anchor={anchor}
          open={open}
          onOpenChange={setOpen}
          onChoose={onChoose}
        />
      )}
    </li>
  );
}
