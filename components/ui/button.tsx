import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonStyle } from "./button-style.ts";
import { classNames } from "./class-names.ts";

type ButtonProps = ComponentProps<"button"> & ButtonLook & { pending?: boolean };

/** While pending it keeps the focus and its words, and does nothing when pressed. */
export function Button({
  variant,
  size,
  wide,
  pending,
  type,
  onClick,
  className,
  children,
  ...rest
}: ButtonProps) {
  const text = useTranslations("ui");
  return (
    <button
      {...rest}
      type={pending ? "button" : (type ?? "button")}
      onClick={pending ? undefined : onClick}
      aria-disabled={pending || undefined}
      className={classNames(buttonStyle({ variant, size, wide }), className)}
    >
      {children}
      {pending && (
        <>
          <span className="sr-only">{text("pending")}</span>
          <span className="absolute inset-x-0 bottom-0 h-0.5 overflow-hidden" aria-hidden="true">
            <span className="block h-full w-2/5 animate-thread bg-current" />
          </span>
        </>
      )}
    </button>
  );
}
