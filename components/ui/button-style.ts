import { classNames } from "./class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
type ButtonSize = "small" | "medium" | "large";
export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; wide?: boolean };

/** The classes of a button, for whatever element has to look like one. */
export function buttonStyle({
  variant = "secondary",
  size = "medium",
  wide = false,
}: ButtonLook = {}): string {
  return classNames("button", variants[variant], sizes[size], wide && "w-full");
}

// Whole words, for Tailwind to find them: see repeated.css.

const variants: Record<ButtonVariant, string> = {
  primary: "button-primary",
  secondary: "button-secondary",
  quiet: "button-quiet",
  danger: "button-danger",
};

const sizes: Record<ButtonSize, string> = {
  small: "button-small",
  medium: "button-medium",
  large: "button-large",
};
