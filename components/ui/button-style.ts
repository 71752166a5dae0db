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
  return classNames(base, variants[variant], sizes[size], wide && "w-full");
}

const base =
  "relative inline-flex items-center justify-center gap-2 overflow-hidden rounded-control border font-medium whitespace-nowrap select-none transition-colors disabled:opacity-55";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent-fill text-on-accent not-disabled:hover:bg-accent-fill-hover",
  secondary: "border-line bg-surface text-ink not-disabled:hover:bg-sunken",
  quiet: "border-transparent text-ink-soft not-disabled:hover:bg-sunken not-disabled:hover:text-ink",
  danger: "border-wrong text-wrong not-disabled:hover:bg-wrong-soft",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-8 px-3 text-sm",
  medium: "min-h-11 px-4 text-sm",
  large: "min-h-13 px-6 text-base",
};
