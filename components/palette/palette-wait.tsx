"use client";

import { Search } from "lucide";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useLive } from "#components/live/live-provider.tsx";
import { createEnterReader } from "#components/ui/enter-key.ts";
import { Icon } from "#components/ui/icon.tsx";
import { palettePopupStyle } from "./popup-style.ts";

/** What was typed in it, whether a conversion is under way, and whether Enter came after it. */
export type TypedBefore = { typed: string; composing: boolean; entered: boolean };
type PaletteWaitProps = { onType: (before: TypedBefore) => void; onClose: () => void };

/** The palette's field before its search is there: whoever opens it and types at once loses no letter, nor the Enter after it. */
export function PaletteWait({ onType, onClose }: PaletteWaitProps) {
  const text = useTranslations("palette");
  const { status } = useLive();
  const field = useRef<HTMLInputElement>(null);
  const [enter] = useState(createEnterReader);
  useEffect(() => field.current?.focus(), []);
  return (
    <div role="dialog" aria-label={text("title")} className={palettePopupStyle}>
      <div className="flex items-center gap-3 border-b border-hairline ps-4 pe-2">
        <Icon icon={Search} className="size-5 shrink-0 text-ink-soft" />
        <input
          ref={field}
          role="combobox"
          aria-expanded="false"
          aria-label={text("field.label")}
          placeholder={text("field.placeholder")}
          maxLength={100}
          onChange={({ currentTarget, nativeEvent }) =>
            onType({
              typed: currentTarget.value,
              composing: nativeEvent instanceof InputEvent && nativeEvent.isComposing,
              entered: false,
            })
          }
          onCompositionEnd={({ currentTarget, timeStamp }) => {
            enter.conversionEnded(timeStamp);
            onType({ typed: currentTarget.value, composing: false, entered: false });
          }}
          onKeyDown={({ key, currentTarget, nativeEvent }) => {
            if (key === "Escape" && !nativeEvent.isComposing) onClose();
            if (key === "Enter" && enter.sends(nativeEvent))
              onType({ typed: currentTarget.value, composing: false, entered: true });
          }}
          onBlur={onClose}
          className="h-14 min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-ink-soft"
        />
      </div>
      <p className="p-4 text-sm text-ink-soft">{text(status === "offline" ? "offline" : "searching")}</p>
    </div>
  );
}
