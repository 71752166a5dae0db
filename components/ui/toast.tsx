"use client";

import { useTranslations } from "next-intl";
import { type FocusEvent, useEffect, useEffectEvent, useRef, useState } from "react";

type ToastProps = {
  /** Nothing is shown while it is empty. */
  children: string;
  onOver: () => void;
  /** Takes back what was done. By its button, or by Ctrl-Z or ⌘Z outside of a text. */
  onUndo?: () => void;
};

const shownForMs = 5_000;
/** Longer where there is something to decide; and it waits while a pointer rests on it or the focus is in it. */
const withUndoForMs = 10_000;

/** What became of something small, over the page for a moment: said to who listens, and to who looks. */
export function Toast({ children, onOver, onUndo }: ToastProps) {
  const text = useTranslations("ui");
  const [held, setHeld] = useState(false);
  const cameFrom = useRef<HTMLElement>(null);
  const shown = children !== "";
  const undoable = onUndo !== undefined;

  const end = useEffectEvent(() => {
    setHeld(false);
    // The focus would be lost with the button.
    cameFrom.current?.focus();
    cameFrom.current = null;
    onOver();
  });
  function undo() {
    onUndo?.();
    end();
  }
  const readKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (isText(event.target)) return;
    event.preventDefault();
    undo();
  });

  useEffect(() => {
    if (children === "" || held) return;
    const timer = setTimeout(() => end(), undoable ? withUndoForMs : shownForMs);
    return () => clearTimeout(timer);
  }, [children, held, undoable]);
  useEffect(() => {
    if (!shown || !undoable) return;
    const listen = (event: KeyboardEvent) => readKey(event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [shown, undoable]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while one is at it.
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={(event) => {
        cameFrom.current ??= elsewhere(event);
        setHeld(true);
      }}
      onBlur={() => {
        cameFrom.current = null;
        setHeld(false);
      }}
      className="pointer-events-none fixed inset-x-4 bottom-28 z-30 mx-auto flex w-fit max-w-sm items-center gap-3 rounded-control bg-ink text-sm text-paper shadow-float not-has-[p:not(:empty)]:hidden has-[button]:pointer-events-auto"
    >
      <p role="status" className="px-4 py-2 empty:hidden">
        {children}
      </p>
      {shown && undoable && (
        <button
          type="button"
          aria-keyshortcuts="Control+Z Meta+Z"
          onClick={undo}
          className="min-h-9 shrink-0 rounded-control px-3 font-semibold underline underline-offset-4 hover:decoration-2 focus-visible:-outline-offset-2 focus-visible:outline-paper"
        >
          {text("undo")}
        </button>
      )}
    </div>
  );
}

function elsewhere({ relatedTarget }: FocusEvent): HTMLElement | null {
  return relatedTarget instanceof HTMLElement ? relatedTarget : null;
}

function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea"));
}
