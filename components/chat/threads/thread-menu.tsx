"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";
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
  const part = usePart(threadMenu, open, { whenIdle: false });
  const byButton = open && anchor instanceof Element;

  function openAt(next: Element | Point) {
    setAnchor(next);
    setOpen(true);
  }
  return (
    <li className="group/row relative">
      {/* Not around the menu: what is pressed there would count as a press of the row. */}
      <div {...useLongPress(openAt, openAt)}>
        {children}
        <div className="absolute inset-y-0 end-3 grid place-items-center opacity-0 group-hover/row:opacity-100 group-focus-within/row:opacity-100 has-data-popup-open:opacity-100 [@media(hover:none)]:pointer-events-none [@media(hover:none)]:opacity-0!">
          <button
            type="button"
            aria-haspopup="menu"
            aria-expanded={byButton}
            data-popup-open={byButton ? "" : undefined}
            onClick={(event) => openAt(event.currentTarget)}
            className={classNames(
              buttonStyle({ variant: "secondary", size: "small" }),
              "aspect-square shrink-0 px-0!",
            )}
          >
            <Ellipsis className="size-5" strokeWidth={1.75} aria-hidden="true" />
            <span className="sr-only">{text("menu", { name })}</span>
          </button>
        </div>
      </div>
      {part && anchor && (
        <part.ThreadMenuPopup
          thread={thread}
          anchor={anchor}
          open={open}
          onOpenChange={setOpen}
          onChoose={onChoose}
        />
      )}
    </li>
  );
}
