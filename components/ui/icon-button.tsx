"use client";

import type { ComponentProps } from "react";
import { type ButtonVariant, buttonStyle } from "./button-style.ts";
import { classNames } from "./class-names.ts";
import { useTooltip } from "./use-tooltip.tsx";

type IconButtonProps = Pick<
  ComponentProps<"button">,
  "children" | "onClick" | "disabled" | "aria-disabled" | "aria-haspopup"
> & {
  label: string;
  variant?: ButtonVariant;
  type?: "button" | "submit";
};

/** A button of one icon: the label is its name to a screen reader and its tooltip to a pointer. */
export function IconButton({ label, variant = "quiet", type = "button", ...rest }: IconButtonProps) {
  const { handlers, tooltip } = useTooltip(label);
  return (
    <>
      <button
        {...rest}
        {...handlers}
        type={type}
        aria-label={label}
        className={classNames(buttonStyle({ variant }), "aspect-square px-0! aria-disabled:opacity-55")}
      />
      {tooltip}
    </>
  );
}
