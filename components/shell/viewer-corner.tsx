"use client";

import type { ComponentProps } from "react";
import { latePart, useLateButton } from "#components/ui/use-part.ts";
import type { ViewerMenu } from "./viewer-menu.tsx";

const menu = latePart(() => import("./viewer-menu.tsx"));

/** One's own corner: a button whose menu comes after the page, and opens once it is there where it was pressed before. */
export function ViewerCorner(props: ComponentProps<typeof ViewerMenu>) {
  const { part, button } = useLateButton(menu);
  if (part) return <part.ViewerMenu {...props} defaultOpen />;
  return (
    <button {...button} aria-haspopup="menu" className={props.triggerClassName}>
      {props.trigger}
    </button>
  );
}
