"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, type MouseEvent, type ReactNode, useContext, useState } from "react";
import { useLongPress } from "#components/ui/use-long-press.ts";
import { usePart } from "#components/ui/use-part.ts";
import type { ThreadCard } from "#lib/chat/schema.ts";
import type { ThreadMenuProps } from "./thread-menu.tsx";

type Call = { threadId: string; anchor: ThreadMenuProps["anchor"]; opener: Element };
type Menus = { called: string | null; call: (call: Call) => void };

const MenusContext = createContext<Menus>({ called: null, call: () => {} });

const loadMenu = () => import("./thread-menu.tsx");

type ThreadMenusProps = Pick<ThreadMenuProps, "onChoose"> & {
  threads: readonly ThreadCard[];
  children: ReactNode;
};

/** One menu for all rows of the lists inside. It comes after the page, and opens once it is there where it was called before. */
export function ThreadMenus({ threads, onChoose, children }: ThreadMenusProps) {
  const [call, setCall] = useState<Call | null>(null);
  const [open, setOpen] = useState(false);
  const part = usePart(loadMenu, call !== null);
  const thread = threads.find(({ id }) => id === call?.threadId);
  const menus = {
    called: open && call ? call.threadId : null,
    call: (next: Call) => {
      setCall(next);
      setOpen(true);
    },
  };
  return (
    <MenusContext value={menus}>
      {children}
      {part && call && thread && (
        <part.ThreadMenu
          thread={thread}
          anchor={call.anchor}
          open={open}
          onClose={() => setOpen(false)}
          onClosed={() => {
            // What one went on with meanwhile keeps the focus.
            if (document.activeElement === document.body && call.opener instanceof HTMLElement)
              call.opener.focus();
          }}
          onChoose={onChoose}
        />
      )}
    </MenusContext>
  );
}

type ThreadItemProps = {
  thread: ThreadCard;
  /** What the thread is called. */
  name: string;
  /** The row. */
  children: ReactNode;
};

/** A row whose menu opens by the button at its end, there while it is pointed at, by a right click and by a long press. */
export function ThreadItem({ thread: { id: threadId }, name, children }: ThreadItemProps) {
  const text = useTranslations("chat.place");
  const { called, call } = useContext(MenusContext);
  const [near, setNear] = useState(false);
  const longPress = useLongPress(({ x, y, target }) =>
    call({ threadId, anchor: pointAt(x, y), opener: target }),
  );

  function callHere(event: MouseEvent<HTMLElement>) {
    event.preventDefault();
    const { clientX, clientY, currentTarget, target } = event;
    const opener = target instanceof Element ? target : currentTarget;
    // The key that opens menus says no place.
    const anchor = clientX || clientY ? pointAt(clientX, clientY) : currentTarget;
    call({ threadId, anchor, opener: opener.closest("a") ?? opener });
  }
  const comeNear = () => setNear(true);
  return (
    <li
      {...longPress}
      onContextMenu={callHere}
      onPointerEnter={comeNear}
      onFocus={comeNear}
      data-called={called === threadId ? "" : undefined}
      className="group/row relative"
    >
      {children}
      {near && (
        <button
          type="button"
          aria-haspopup="menu"
          aria-expanded={called === threadId}
          onClick={({ currentTarget }) => call({ threadId, anchor: currentTarget, opener: currentTarget })}
          className="thread-dots button button-secondary button-small aspect-square px-0!"
        >
          <Ellipsis className="size-5" strokeWidth={1.75} aria-hidden="true" />
          <span className="sr-only">{text("menu", { name })}</span>
        </button>
      )}
    </li>
  );
}

function pointAt(x: number, y: number): ThreadMenuProps["anchor"] {
  return { getBoundingClientRect: () => DOMRect.fromRect({ x, y }) };
}
