"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useLive } from "#components/live/live-provider.tsx";
import { palettePopupStyle } from "./popup-style.ts";

type PaletteWaitProps = { onType: (typed: string, composing: boolean) => void; onClose: () => void };

/** The palette's field before its search is there: whoever opens it and types at once loses no letter. */
export function PaletteWait({ onType, onClose }: PaletteWaitProps) {
  const text = useTranslations("palette");
  const { status } = useLive();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div role="dialog" aria-label={text("title")} className={palettePopupStyle}>
      <div className="flex items-center gap-3 border-b border-hairline ps-4 pe-2">
        <Search className="size-5 shrink-0 text-ink-soft" strokeWidth={1.75} aria-hidden="true" />
        <input
          ref={field}
          role="combobox"
          aria-expanded="false"
          aria-label={text("field.label")}
          placeholder={text("field.placeholder")}
          maxLength={100}
          onChange={({ currentTarget, nativeEvent }) =>
            onType(currentTarget.value, nativeEvent instanceof InputEvent && nativeEvent.isComposing)
          }
          onCompositionEnd={({ currentTarget }) => onType(currentTarget.value, false)}
          onKeyDown={({ key, nativeEvent }) => {
            if (key === "Escape" && !nativeEvent.isComposing) onClose();
          }}
          onBlur={onClose}
          className="h-14 min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-ink-soft"
        />
      </div>
      <p className="p-4 text-sm text-ink-soft">{text(status === "offline" ? "offline" : "searching")}</p>
    </div>
  );
}
