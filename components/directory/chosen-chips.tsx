"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { FilterChips } from "#components/ui/filter-chips.tsx";
import { nothingChosen, useChosen } from "./chosen.ts";
import type { Narrowing } from "./use-narrowing.ts";

type ChosenChipsProps = Narrowing & {
  /** What has the focus once nothing is chosen any more. */
  after: RefObject<HTMLElement | null>;
};

export function ChosenChips({ wanted, narrow, fields, after }: ChosenChipsProps) {
  const text = useTranslations("people.filters");
  const listChosen = useChosen(fields);
  return (
    <FilterChips
      label={text("chosen")}
      chips={listChosen(wanted).map(({ without, ...chip }) => ({ ...chip, onRemove: () => narrow(without) }))}
      onClear={() => narrow(nothingChosen)}
      after={after}
    />
  );
}
