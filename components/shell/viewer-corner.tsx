"use client";

import { type ComponentProps, useState } from "react";
import { latePart, usePart } from "#components/ui/use-part.ts";
import type { ViewerMenu } from "./viewer-menu.tsx";

const menu = latePart(() => import("./viewer-menu.tsx"));

/** One's own corner: a button whose menu comes after the page, and opens once it is there where it was pressed before. */
export function ViewerCorner(props: ComponentProps<typeof ViewerMenu>) {
  const [pressed, setPressed] = useState(false);
  const part = usePart(menu, pressed);
  // Not before: the button would be another one, and the focus lost.
  if (part && pressed) return <part.ViewerMenu {...props} defaultOpen />;
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      aria-busy={pressed || undefined}
      onBlur={() => setPressed(false)}
      onClick={() => setPressed(true)}
      className={props.triggerClassName}
    >
      {props.trigger}
    </button>
  );
}
