import type { ComponentProps } from "react";
import { type ButtonVariant, buttonStyle } from "./button-style.ts";
import { classNames } from "./class-names.ts";
import { Tooltip } from "./tooltip.tsx";

type IconButtonProps = Pick<ComponentProps<"button">, "children" | "onClick" | "disabled"> & {
  label: string;
  variant?: ButtonVariant;
  type?: "button" | "submit";
};

/** A button of one icon: the label is its name to a screen reader and its tooltip to a pointer. */
export function IconButton({ label, variant = "quiet", type = "button", ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        className={classNames(buttonStyle({ variant }), "aspect-square px-0!")}
      />
    </Tooltip>
  );
}
