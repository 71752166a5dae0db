"use client";

import { Search } from "lucide";
import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { paletteCalls } from "./palette-calls.ts";

/** Opens the palette on a phone, where there is no rail and no Ctrl-K. */
export function PaletteButton() {
  const text = useTranslations("palette");
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={(event) => paletteCalls.emit(event.currentTarget)}
      className="flex min-h-11 shrink-0 items-center rounded-full text-sm text-ink-soft hover:text-ink"
    >
      <span className="flex min-h-8 items-center gap-2 rounded-full border border-hairline ps-2 pe-3">
        <Icon icon={Search} className="size-4" />
        {text("open")}
      </span>
    </button>
  );
}
