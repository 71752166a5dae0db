"use client";

import { SlidersHorizontal, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { FilterChips } from "#components/ui/filter-chips.tsx";
import { FilterToggle } from "#components/ui/filter-toggle.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import { filterNames, nothingChosen, useChosen } from "./chosen.ts";
import { DimensionFilter } from "./dimension-filter.tsx";
import type { Narrowing } from "./use-narrowing.ts";

/** The filters in a line, where there is room for one: those first who bring people back. */
export function FilterLine(narrowing: Narrowing) {
  const { wanted, narrow } = narrowing;
  const text = useTranslations("people.filters");
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields of a form.
    <div role="group" aria-label={text("label")} className="flex flex-wrap gap-2 max-sm:hidden">
      <FilterToggle
        label={text("with")}
        hint={text("withHint")}
        icon={Users}
        pressed={wanted.with === "me"}
        onPress={(pressed) => narrow({ with: pressed ? "me" : undefined })}
      />
      {filterNames.map((dimension) => (
        <DimensionFilter key={dimension} dimension={dimension} {...narrowing} />
      ))}
    </div>
  );
}

/** What is chosen, each to be taken off. */
export function ChosenFilters({ wanted, narrow, areaName }: Narrowing) {
  const text = useTranslations("people.filters");
  const chosenOf = useChosen(areaName);
  return (
    <FilterChips
      label={text("chosen")}
      chips={chosenOf(wanted).map(({ without, ...chip }) => ({ ...chip, onRemove: () => narrow(without) }))}
      onClear={() => narrow(nothingChosen)}
    />
  );
}

const sheet = latePart(() => import("./filter-sheet.tsx"));

type FilterSheetButtonProps = Narrowing & { total: string };

/** On a phone one button, which opens all of them. */
export function FilterSheetButton(props: FilterSheetButtonProps) {
  const text = useTranslations("people.filters");
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  const part = usePart(sheet, open, { whenIdle: false });
  const count = useChosen(props.areaName)(props.wanted).length;
  return (
    <div className="sm:hidden">
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          setOpen(true);
          setOpened(true);
        }}
        className={buttonStyle({ variant: "secondary" })}
      >
        <SlidersHorizontal className="size-4" strokeWidth={1.75} aria-hidden="true" />
        {text("open", { count })}
      </button>
      {part && opened && <part.FilterSheet {...props} open={open} onOpenChange={setOpen} />}
    </div>
  );
}
