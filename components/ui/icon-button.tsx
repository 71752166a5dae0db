"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";
import { type ButtonVariant, buttonStyle } from "./button-style.ts";
import { classNames } from "./class-names.ts";

type IconButtonProps = {
  label: string;
  children: ReactNode;
  variant?: ButtonVariant;
  type?: "button" | "submit";
  onClick?: () => void;
};

/** A button of one icon: the label is its name to a screen reader and its tooltip to a pointer. */
export function IconButton({
  label,
  children,
  variant = "quiet",
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        {...rest}
        type={type}
        aria-label={label}
        className={classNames(buttonStyle({ variant }), "aspect-square px-0!")}
      >
        {children}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="z-30">
          <Tooltip.Popup className="rounded-control bg-ink px-2 py-1 text-xs text-paper transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            {label}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
