"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { popupStyle, rowStyle } from "./popup-style.ts";
import type { Point } from "./use-long-press.ts";

type MenuProps = {
  trigger: ReactNode;
  triggerClassName?: string;
  side?: "top" | "right" | "bottom" | "left";
  align?: "start" | "center" | "end";
  disabled?: boolean;
  defaultOpen?: boolean;
  children: ReactNode;
};

export function Menu({
  trigger,
  triggerClassName,
  side,
  align = "end",
  disabled,
  defaultOpen,
  children,
}: MenuProps) {
  return (
    <BaseMenu.Root defaultOpen={defaultOpen}>
      <BaseMenu.Trigger disabled={disabled} className={triggerClassName}>
        {trigger}
      </BaseMenu.Trigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner side={side} align={align} sideOffset={8} collisionPadding={8} className="z-30">
          <BaseMenu.Popup className={classNames(popupStyle, "min-w-60")}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

type MenuPopupProps = Pick<MenuProps, "children"> & {
  label: string;
  /** A button, at whose end it opens and which has the focus afterwards; or a place in the window. */
  anchor: Element | Point;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** A menu that is opened by something of the page's own. */
export function MenuPopup({ label, anchor, open, onOpenChange, children }: MenuPopupProps) {
  const button = anchor instanceof Element;
  return (
    <BaseMenu.Root open={open} onOpenChange={onOpenChange}>
      <BaseMenu.Portal>
        <BaseMenu.Positioner
          anchor={button ? anchor : { getBoundingClientRect: () => DOMRect.fromRect(anchor) }}
          align={button ? "end" : "start"}
          sideOffset={button ? 8 : 0}
          collisionPadding={8}
          className="z-30"
        >
          <BaseMenu.Popup
            aria-label={label}
            finalFocus={() => (anchor instanceof HTMLElement ? anchor : true)}
            className={classNames(popupStyle, "min-w-60")}
          >
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

type MenuLinkProps = { href: string; current?: boolean; children: ReactNode };

export function MenuLink({ href, current, children }: MenuLinkProps) {
  return (
    <BaseMenu.LinkItem
      closeOnClick
      render={<Link href={href} />}
      aria-current={current ? "true" : undefined}
      className={rowStyle}
    >
      {children}
    </BaseMenu.LinkItem>
  );
}

type MenuActionProps = { onSelect: () => void; danger?: boolean; disabled?: boolean; children: ReactNode };

export function MenuAction({ onSelect, danger, disabled, children }: MenuActionProps) {
  return (
    <BaseMenu.Item
      onClick={onSelect}
      disabled={disabled}
      className={classNames(rowStyle, "data-disabled:opacity-55", danger && "text-wrong")}
    >
      {children}
    </BaseMenu.Item>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className="px-3 py-1 text-xs text-ink-soft">{label}</BaseMenu.GroupLabel>
      {children}
    </BaseMenu.Group>
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="my-1 h-px bg-hairline" />;
}
