"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { stepByKey } from "./arrow-keys.tsx";
import { type FilterSource, useFilterAnswer, withChosen } from "./filter-answer.ts";
import type { FilterButton } from "./filter-menu.tsx";
import { FilterPopup } from "./filter-popup.tsx";
import { FilterStanding } from "./filter-standing.tsx";
import { SearchField } from "./search-field.tsx";
import { keepOneStop } from "./tab-stops.ts";

type FilterChoicesProps = FilterSource & {
  label: string;
  chosen: readonly string[];
  labelOf: (value: string) => string;
  onChoose: (chosen: string[]) => void;
  /** How many can be chosen. */
  most: number;
  /** There are more than one sees at once: they are found by typing. */
  typable?: boolean;
};

/** Several of many, each with how many people have it: a button that opens them, and stays open while one chooses. */
export function FilterChoicesPopup({ className, children, ...props }: FilterChoicesProps & FilterButton) {
  return (
    <FilterPopup label={props.label} className={className} face={children}>
      <Choices {...props} />
    </FilterPopup>
  );
}

/** Choices as boxes to tick: one stop of the Tab key, walked by the arrows, from the field above too. */
function Choices({ label, chosen, labelOf, onChoose, most, typable = false, ...source }: FilterChoicesProps) {
  const text = useTranslations("ui.filters");
  const [typed, setTyped] = useState("");
  const { answer, busy, again } = useFilterAnswer(source, typed.trim());
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLFieldSetElement>(null);
  useEffect(() => (list.current ? keepOneStop(list.current, "input") : undefined), []);

  const atLeast = answer !== null && "choices" in answer && answer.atLeast;
  // What nobody has any more is taken off here too.
  const shown = withChosen(typed === "" ? chosen : [], answer);
  const full = chosen.length >= most;

  function walk(event: KeyboardEvent) {
    const boxes = [...(list.current?.querySelectorAll("input") ?? [])];
    stepByKey(event, boxes, { above: field.current })?.focus();
  }
  function tick(value: string, ticked: boolean) {
    if (!ticked) onChoose(chosen.filter((one) => one !== value));
    else if (!full) onChoose([...chosen, value]);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field and the boxes inside are what is operated.
    <div onKeyDown={walk}>
      {typable && (
        <SearchField
          ref={field}
          label={text("search", { label })}
          placeholder={text("type")}
          value={typed}
          maxLength={100}
          onChange={(event) => setTyped(event.target.value)}
          className="p-1"
        />
      )}
      <FilterStanding answer={answer} busy={busy} count={shown.length} onAgain={again} />
      <p role="status" className="px-3 py-2 text-sm text-ink-soft empty:hidden">
        {full && text("full", { count: most })}
      </p>
      <fieldset
        ref={list}
        aria-busy={busy}
        className="max-h-[min(20rem,50dvh)] overflow-y-auto overscroll-contain"
      >
        <legend className="sr-only">{label}</legend>
        {shown.map(({ value, people }) => (
          <label
            key={value}
            className="flex min-h-10 cursor-pointer items-center gap-3 rounded-control px-3 hover:bg-sunken has-focus-visible:bg-sunken has-aria-disabled:cursor-default has-aria-disabled:opacity-55"
          >
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              // Not disabled: the arrows pass it.
              aria-disabled={full && !chosen.includes(value) ? true : undefined}
              onChange={(event) => tick(value, event.target.checked)}
              className="size-4.5 shrink-0 accent-(--accent-fill)"
            />
            <span className="min-w-0 flex-1 break-words">{labelOf(value)}</span>
            {people !== null && (
              <span className="shrink-0 text-xs text-ink-soft tabular-nums">
                {text(atLeast ? "atLeast" : "people", { count: people })}
              </span>
            )}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
