"use client";

import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { controlStyle } from "./control-style.ts";
import { useFieldControl } from "./field-context.ts";

/** Grows with its text from `rows` up to twelve lines, then scrolls. */
export function TextArea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...useFieldControl()}
      rows={rows}
      {...rest}
      className={classNames(
        controlStyle,
        "field-sizing-content max-h-[12lh] block resize-none py-[calc((2.75rem-1lh)/2-1px)]",
        className,
      )}
    />
  );
}
