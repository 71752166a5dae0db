import { classNames } from "./class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
type ButtonSize = "small" | "medium" | "large";
export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; wide?: boolean };

/** The classes of a button (repeated.css), for whatever element has to look like one. */
export function buttonStyle({
  variant = "secondary",
  size = "medium",
  wide = false,
}: ButtonLook = {}): string {
  return classNames(`button button-${variant} button-${size}`, wide && "w-full");
}
