"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { classNames } from "./class-names.ts";
import { controlStyle } from "./control-style.ts";
import { erasOf } from "./eras.ts";
import { useFieldControl } from "./field-context.ts";
import { FieldError } from "./field-notes.tsx";
import { fromMonthValue, type Month, monthName, toMonthValue } from "./month.ts";
import { MonthPopup } from "./month-popup.tsx";
import { parseMonth } from "./parse-month.ts";

type MonthYearProps = {
  /** The name under which a form sends the month, as YYYY-MM. */
  name?: string;
  /** Months as YYYY-MM, as all here. */
  defaultValue?: string;
  min?: string;
  max?: string;
  /** Null while there is none, or none that counts. */
  onChange?: (value: string | null) => void;
  required?: boolean;
  disabled?: boolean;
};

/** A month of a year, typed in any way that people write one or chosen, with the Japanese year beside. A form waits while it can't be read. */
export function MonthYear({ name, defaultValue, min, max, onChange, required, disabled }: MonthYearProps) {
  const text = useTranslations("ui.month");
  const locale = useLocale();
  const id = useId();
  const field = useFieldControl();
  const input = useRef<HTMLInputElement>(null);
  const first = defaultValue ? fromMonthValue(defaultValue) : null;
  const [typed, setTyped] = useState(first ? monthName(first, locale) : "");
  const [left, setLeft] = useState(false);
  const month = parseMonth(typed);
  const error = errorOf();

  useEffect(() => input.current?.setCustomValidity(error ?? ""), [error]);

  function errorOf(): string | null {
    if (typed.trim() === "") return null;
    if (!month) return text("unreadable");
    const value = toMonthValue(month);
    const named = (limit: string) => nameOf(limit, locale);
    if (min && value < min) return text("early", { month: named(min) });
    if (max && value > max) return text("late", { month: named(max) });
    return null;
  }
  function change(next: string) {
    setTyped(next);
    const read = parseMonth(next);
    onChange?.(read && toMonthValue(read));
  }
  /** What is wrong is said once a press is over: what is pressed would move from under it. */
  function leave() {
    if (!document.querySelector(":active")) return setLeft(true);
    addEventListener("pointerup", () => setTimeout(() => setLeft(true)), { once: true });
  }
  function choose(next: Month) {
    setLeft(true);
    change(monthName(next, locale));
  }

  const shownError = left ? error : null;
  const errorId = `${id}-error`;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <div className="relative w-56 max-w-full">
          <input
            {...field}
            ref={input}
            value={typed}
            required={required}
            disabled={disabled}
            autoComplete="off"
            placeholder={text("placeholder")}
            aria-invalid={shownError ? true : field["aria-invalid"]}
            aria-describedby={classNames(field["aria-describedby"], `${id}-era`, shownError && errorId)}
            onChange={(event) => change(event.target.value)}
            onBlur={() => {
              leave();
              if (month && !error) setTyped(monthName(month, locale));
            }}
            onInvalid={() => setLeft(true)}
            className={classNames(controlStyle, "pe-10 disabled:opacity-55")}
          />
          <MonthPopup month={month} min={min} max={max} disabled={disabled} onChoose={choose} />
        </div>
        <p id={`${id}-era`} aria-live="polite" className="text-sm text-ink-soft tabular-nums">
          {month && erasOf(month, locale).reduce((one, other) => text("both", { first: one, last: other }))}
        </p>
      </div>
      {name && <input type="hidden" name={name} value={month && !error ? toMonthValue(month) : ""} />}
      {shownError && <FieldError id={errorId}>{shownError}</FieldError>}
    </div>
  );
}

function nameOf(value: string, locale: string): string {
  const month = fromMonthValue(value);
  return month ? monthName(month, locale) : value;
}
