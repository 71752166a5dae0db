"use client";

import { type FocusEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { TooltipSide } from "./tooltip-popup.tsx";
import { latePart, usePart } from "./use-part.ts";

const popup = latePart(() => import("./tooltip-popup.tsx"));

const restMs = 600;
/** How long the way from what it belongs to onto the tooltip may take. */
const crossingMs = 120;

/**
 * The name of what stands there, for a pointer that rests on it and for the keyboard's focus; Escape puts it away. `handlers` go to the
 * button or link that has this name of its own, `tooltip` beside it. A word or two; never what is nowhere else, since no touch shows it.
 */
export function useTooltip(label: ReactNode, side?: TooltipSide) {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const part = usePart(popup, anchor !== null, { whenIdle: false });

  function close() {
    clearTimeout(timer.current);
    setOpen(false);
  }
  function stay() {
    clearTimeout(timer.current);
  }
  function closeSoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(false), crossingMs);
  }
  const handlers = {
    onPointerEnter({ currentTarget, pointerType }: PointerEvent) {
      if (pointerType === "touch") return;
      setAnchor(currentTarget);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setOpen(true), restMs);
    },
    onPointerLeave: closeSoon,
    onPointerDown: close,
    onFocus({ currentTarget }: FocusEvent) {
      if (!currentTarget.matches(":focus-visible")) return;
      setAnchor(currentTarget);
      setOpen(true);
    },
    onBlur: close,
  };
  const tooltip = part && anchor && (
    <part.TooltipPopup
      anchor={anchor}
      side={side}
      open={open}
      onOpenChange={setOpen}
      onPointerEnter={stay}
      onPointerLeave={closeSoon}
    >
      {label}
    </part.TooltipPopup>
  );
  return { handlers, tooltip };
}
