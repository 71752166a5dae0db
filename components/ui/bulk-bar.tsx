"use client";

import { X } from "lucide";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

type BulkBarProps = {
  /** How many are chosen, in words; nothing is shown while it is empty. */
  words: string;
  /** Chooses more, or says why not. */
  more?: ReactNode;
  onClear: () => void;
  /** What can be done with them. */
  children: ReactNode;
};

/** What can be done with what is chosen, over the page's end for as long as something is. */
export function BulkBar({ words, more, onClear, children }: BulkBarProps) {
  const text = useTranslations("ui.table");
  return (
    <section
      aria-label={text("chosen")}
      hidden={words === ""}
      className="sticky bottom-16 z-10 mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-hairline bg-surface p-3 shadow-float md:bottom-4"
    >
      <p role="status" className="text-sm font-medium tabular-nums max-sm:w-full">
        {words}
      </p>
      {more}
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2 sm:justify-end">
        {children}
        <button
          type="button"
          aria-label={text("clear")}
          onClick={onClear}
          className="grid size-9 shrink-0 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <Icon icon={X} className="size-5" />
        </button>
      </div>
    </section>
  );
}
