"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";

export type TooltipSide = "top" | "right" | "bottom" | "left";

type TooltipPopupProps = {
  anchor: Element | null;
  side?: TooltipSide;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The pointer has come onto it, or left it. */
  onPointerEnter: () => void;
  onPointerLeave: () => void;
  children: ReactNode;
};

/** What a tooltip shows, beside what it belongs to. */
export function TooltipPopup({ anchor, side, open, onOpenChange, children, ...pointer }: TooltipPopupProps) {
  return (
    <Tooltip.Root open={open} onOpenChange={onOpenChange}>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} side={side} sideOffset={6} collisionPadding={8} className="z-30">
          <Tooltip.Popup
            {...pointer}
            className="max-w-64 rounded-control bg-ink px-2 py-1 text-xs text-paper transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {children}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
