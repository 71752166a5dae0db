"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "./button.tsx";
import { controlStyle } from "./control-style.ts";
import { erasOfYear } from "./eras.ts";
import { type FilterSource, useFilterAnswer } from "./filter-answer.ts";
import type { FilterButton } from "./filter-menu.tsx";
import { FilterPopup } from "./filter-popup.tsx";
import { FilterStanding } from "./filter-standing.tsx";
import { type FilterYearRange, withEnd } from "./year-range.ts";

type FilterYearsProps = FilterSource & {
  label: string;
  range?: FilterYearRange;
  onChoose: (range: FilterYearRange | undefined) => void;
};

/** Years from one to another, each with how many people have it, and with the Japanese year beside. */
export function FilterYearsPopup({ className, children, ...props }: FilterYearsProps & FilterButton) {
  return (
    <FilterPopup label={props.label} className={className} face={children}>
      <Years {...props} />
    </FilterPopup>
  );
}

/** From one year to another. Whoever chooses one end alone means all on its side. */
function Years({ range, onChoose, ...source }: FilterYearsProps) {
  const text = useTranslations("ui.filters");
  const locale = useLocale();
  const { answer, busy, again } = useFilterAnswer(source, "");
  const found = answer && "choices" in answer ? answer : null;
  const counts = new Map(found?.choices.map(({ value, people }) => [Number(value), people]));
  const ends = range ? [range.from, range.until] : [];
  const years = [...new Set([...counts.keys(), ...ends])].sort((one, other) => other - one);

  function nameOf(year: number): string {
    const count = counts.get(year) ?? 0;
    return text(found?.atLeast ? "yearAtLeast" : "year", { year: String(year), era: eraOf(year), count });
  }
  function eraOf(year: number): string {
    return erasOfYear(year, locale).join(text("era"));
  }
  return (
    <div className="grid gap-3 p-3">
      <FilterStanding answer={answer} busy={busy} count={years.length} onAgain={again} />
      {years.length > 0 && (
        <>
          <YearSelect
            label={text("from")}
            value={range?.from}
            years={years}
            nameOf={nameOf}
            onChoose={(year) => onChoose(withEnd(range, "from", year, years))}
          />
          <YearSelect
            label={text("until")}
            value={range?.until}
            years={years}
            nameOf={nameOf}
            onChoose={(year) => onChoose(withEnd(range, "until", year, years))}
          />
          <Button size="small" variant="quiet" disabled={!range} onClick={() => onChoose(undefined)}>
            {text("anyYear")}
          </Button>
        </>
      )}
    </div>
  );
}

type YearSelectProps = {
  label: string;
  value?: FilterYearRange["from"];
  years: readonly number[];
  nameOf: (year: number) => string;
  onChoose: (year: number | null) => void;
};

function YearSelect({ label, value, years, nameOf, onChoose }: YearSelectProps) {
  const text = useTranslations("ui.filters");
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-xs text-ink-soft">
        {label}
      </label>
      <select
        id={id}
        value={value ?? ""}
        onChange={({ target }) => onChoose(target.value === "" ? null : Number(target.value))}
        className={`${controlStyle} tabular-nums`}
      >
        <option value="">{text("any")}</option>
        {years.map((year) => (
          <option key={year} value={year}>
            {nameOf(year)}
          </option>
        ))}
      </select>
    </div>
  );
}
