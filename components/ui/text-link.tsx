import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

/** A link inside running text. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={classNames(
        "text-accent-ink underline decoration-1 underline-offset-4 hover:decoration-2",
        className,
      )}
    />
  );
}
