"use client";

import { SlidersHorizontal, Users } from "lucide";
import { useTranslations } from "next-intl";
import { Suspense, useRef, useState } from "react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Count } from "#components/ui/count.tsx";
import { FilterToggle } from "#components/ui/filter-toggle.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { lateComponent } from "#components/ui/late-component.ts";
import { latePart, usePart } from "#components/ui/use-part.ts";
import { countChosen } from "./count-chosen.ts";
import { DimensionFilter } from "./dimension-filter.tsx";
import { filtersOf, type Narrowing } from "./use-narrowing.ts";

/** The filters in a line, where there is room for one: those first who bring people back. */
export function FilterLine(narrowing: Narrowing) {
  const { wanted, narrow, closed } = narrowing;
  const text = useTranslations("people.filters");
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields of a form.
    <div role="group" aria-label={text("label")} className="flex flex-wrap gap-2 max-sm:hidden">
      {!closed.includes("with") && (
        <FilterToggle
          label={text("with")}
          hint={text("withHint")}
          icon={Users}
          pressed={wanted.with === "me"}
          onPress={(pressed) => narrow({ with: pressed ? "me" : undefined })}
        />
      )}
      {filtersOf(narrowing).map((dimension) => (
        <DimensionFilter key={dimension} dimension={dimension} {...narrowing} />
      ))}
    </div>
  );
}

const Chips = lateComponent(async () => (await import("./chosen-chips.tsx")).ChosenChips);

/** What is chosen, each to be taken off: on most visits nothing, so what it takes comes where there is something. */
export function ChosenFilters(narrowing: Narrowing) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <div ref={box} tabIndex={-1} className="min-w-0 outline-none">
      {countChosen(narrowing.wanted) > 0 && (
        <Suspense>
          <Chips {...narrowing} after={box} />
        </Suspense>
      )}
    </div>
  );
}

const sheet = latePart(() => import("./filter-sheet.tsx"));

type FilterSheetButtonProps = Narrowing & { total: string };

/** On a phone one button, which opens all of them. */
export function FilterSheetButton(props: FilterSheetButtonProps) {
  const text = useTranslations("people.filters");
  const chosen = useTranslations("ui.filters");
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  const part = usePart(sheet, open, { whenIdle: false });
  const count = countChosen(props.wanted);
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
        className={classNames("px-3", buttonStyle())}
      >
        <Icon icon={SlidersHorizontal} className="size-4" />
        {text("open")}
        <Count value={count} label={chosen("chosen", { count })} />
      </button>
      {part && opened && <part.FilterSheet {...props} open={open} onOpenChange={setOpen} />}
    </div>
  );
}
