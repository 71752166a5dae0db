"use client";

import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";

type TooltipProps = {
  /** A word or two; never what is nowhere else, since no touch shows it. */
  label: string;
  side?: "top" | "right" | "bottom" | "left";
  /** What it belongs to: a button or a link that has this name of its own. */
  children: ReactElement;
};

/** The name of what stands there, for a pointer that rests on it and for the keyboard's focus. Escape puts it away. */
export function Tooltip({ label, side, children }: TooltipProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-30">
          <BaseTooltip.Popup className="max-w-64 rounded-control bg-ink px-2 py-1 text-xs text-paper transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            {label}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
