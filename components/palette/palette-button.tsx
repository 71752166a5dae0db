"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { paletteHandle } from "./palette-handle.ts";

/** Opens the palette on a phone, where there is no rail and no Ctrl-K. */
export function PaletteButton() {
  const text = useTranslations("palette");
  return (
    <Dialog.Trigger
      handle={paletteHandle}
      className="flex min-h-11 shrink-0 items-center rounded-full text-sm text-ink-soft hover:text-ink"
    >
      <span className="flex min-h-8 items-center gap-2 rounded-full border border-hairline ps-2 pe-3">
        <Search className="size-4" strokeWidth={1.75} aria-hidden="true" />
        {text("open")}
      </span>
    </Dialog.Trigger>
  );
}
