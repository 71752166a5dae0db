"use client";

import { Popover } from "@base-ui/react/popover";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { classNames } from "./class-names.ts";
import { erasOfYear } from "./eras.ts";
import { Icon } from "./icon.tsx";
import { fromMonthValue, type Month, shortMonthName, toMonthValue } from "./month.ts";
import { popupStyle } from "./popup-style.ts";

type MonthPopupProps = {
  /** The one that is chosen. */
  month: Month | null;
  min?: string;
  max?: string;
  disabled?: boolean;
  onChoose: (month: Month) => void;
};

/** A button at a field's end that opens a year's months. */
export function MonthPopup({ disabled, onChoose, ...sheet }: MonthPopupProps) {
  const text = useTranslations("ui.month");
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        disabled={disabled}
        aria-label={text("choose")}
        className="absolute inset-y-0 end-1 my-auto grid size-9 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink data-disabled:opacity-55"
      >
        <Icon icon={CalendarDays} className="size-5" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={6} collisionPadding={8} className="z-30">
          <Popover.Popup aria-label={text("choose")} className={classNames(popupStyle, "w-72 p-3")}>
            <MonthSheet
              {...sheet}
              onChoose={(month) => {
                onChoose(month);
                setOpen(false);
              }}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

const columns = 3;
const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** The twelve months of a year, one tab stop: arrows go from month to month and on into the next year, Page Up and Page Down by years. */
function MonthSheet({ month, min = "1930-01", max, onChoose }: Omit<MonthPopupProps, "disabled">) {
  const text = useTranslations("ui.month");
  const locale = useLocale();
  const now = new Date();
  const last = max ?? `${now.getFullYear() + 5}-12`;
  const [at, setAt] = useState<Month>(month ?? within({ year: now.getFullYear(), month: 4 }, min, last));
  const current = useRef<HTMLButtonElement>(null);

  function go(by: number) {
    const index = at.year * 12 + at.month - 1 + by;
    setAt(within({ year: Math.floor(index / 12), month: (index % 12) + 1 }, min, last));
  }
  function walk(event: KeyboardEvent) {
    const by = steps[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // The focus goes along, onto a month that may be of another year.
    flushSync(() => go(by));
    current.current?.focus();
  }
  const years = range(yearOf(min), yearOf(last));
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-1">
        <button type="button" aria-label={text("previous")} onClick={() => go(-12)} className={turnStyle}>
          <Icon icon={ChevronLeft} className="size-5" />
        </button>
        <select
          aria-label={text("year")}
          value={at.year}
          onChange={(event) => setAt(within({ ...at, year: Number(event.target.value) }, min, last))}
          className="min-h-9 min-w-0 flex-1 rounded-control border border-line bg-surface px-2 text-sm tabular-nums"
        >
          {years.map((year) => (
            <option key={year} value={year}>
              {text("yearAndEra", { year: String(year), era: erasOfYear(year, locale).join("・") })}
            </option>
          ))}
        </select>
        <button type="button" aria-label={text("next")} onClick={() => go(12)} className={turnStyle}>
          <Icon icon={ChevronRight} className="size-5" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: no fields of a form. */}
      <div role="group" aria-label={text("months")} onKeyDown={walk} className="grid grid-cols-3 gap-1">
        {months.map((one) => {
          const value = { year: at.year, month: one };
          const isAt = one === at.month;
          return (
            <button
              key={one}
              ref={isAt ? current : undefined}
              type="button"
              tabIndex={isAt ? 0 : -1}
              aria-pressed={month !== null && toMonthValue(month) === toMonthValue(value)}
              disabled={toMonthValue(value) < min || toMonthValue(value) > last}
              onClick={() => onChoose(value)}
              className="min-h-10 rounded-control text-sm hover:not-disabled:bg-sunken disabled:opacity-55 aria-pressed:bg-accent-fill aria-pressed:font-semibold aria-pressed:text-on-accent"
            >
              {shortMonthName(one, locale)}
            </button>
          );
        })}
      </div>
    </div>
  );
}

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -columns,
  ArrowDown: columns,
  PageUp: -12,
  PageDown: 12,
};
const turnStyle =
  "grid size-9 shrink-0 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink";

function within(month: Month, min: string, max: string): Month {
  const value = toMonthValue(month);
  return fromMonthValue(value < min ? min : value > max ? max : value) ?? month;
}

function yearOf(value: string): number {
  return Number(value.slice(0, 4));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => to - index);
}
