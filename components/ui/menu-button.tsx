"use client";

import { ChevronDown, Ellipsis } from "lucide";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonStyle } from "./button-style.ts";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { Menu } from "./menu.tsx";

type MenuButtonProps = Pick<ButtonLook, "variant" | "size"> &
  Pick<ComponentProps<typeof Menu>, "side" | "align" | "disabled" | "children"> & {
    label: string;
    /** Three dots alone, the label for the ear: for the menu of a row. */
    dots?: boolean;
  };

/** A button that opens a menu of what can be done: MenuAction, MenuLink, MenuGroup, MenuSeparator. */
export function MenuButton({ label, dots, variant, size, ...menu }: MenuButtonProps) {
  if (dots)
    return (
      <Menu
        {...menu}
        trigger={
          <>
            <Icon icon={Ellipsis} className="size-5" />
            <span className="sr-only">{label}</span>
          </>
        }
        triggerClassName={classNames(
          buttonStyle({ variant: variant ?? "quiet", size: size ?? "small" }),
          "aspect-square shrink-0 px-0!",
        )}
      />
    );
  return (
    <Menu
      align="start"
      {...menu}
      trigger={
        <>
          {label}
          <Icon icon={ChevronDown} className="size-4" />
        </>
      }
      triggerClassName={buttonStyle({ variant, size })}
    />
  );
}
