"use client";

import { Popover } from "@base-ui/react/popover";
import { type ReactNode, useRef } from "react";
import { classNames } from "./class-names.ts";
import { popupStyle } from "./popup-style.ts";

type FilterPopupProps = {
  label: string;
  className: string;
  /** What the button shows. */
  face: ReactNode;
  children: ReactNode;
  /** Whether it is open at first: it is where a press brought it. */
  open?: boolean;
};

/** The button of a filter with what it opens, open at first. */
export function FilterPopup({ label, className, face, children, open = true }: FilterPopupProps) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Popover.Root defaultOpen={open}>
      <Popover.Trigger className={className}>{face}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={6} collisionPadding={8} className="z-40">
          <Popover.Popup
            ref={popup}
            aria-label={label}
            // A field that has the focus brings up a phone's keyboard, over the choices.
            initialFocus={() => (matchMedia("(pointer: coarse)").matches ? popup.current : true)}
            className={classNames(popupStyle, "w-80")}
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
