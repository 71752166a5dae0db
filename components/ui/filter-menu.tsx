"use client";

import type { ComponentType, ReactNode } from "react";
import { FilterFace, filterStyle } from "./filter-face.tsx";
import { type LatePart, useLateButton } from "./use-part.ts";

/** What a filter's popup is given of its button. */
export type FilterButton = { className: string; children: ReactNode };

type FilterMenuProps<Props> = {
  label: string;
  /** How much is chosen. */
  count: number;
  /** What is chosen: for a line of a column, not a pill. */
  words?: readonly string[];
  /** What it opens, with a button of its own: FilterChoicesPopup or FilterYearsPopup. */
  popup: LatePart<{ Popup: ComponentType<Props & FilterButton> }>;
  props: Props;
};

/** The button of a filter, which stays open while one chooses. */
export function FilterMenu<Props extends object>({
  label,
  count,
  words,
  popup,
  props,
}: FilterMenuProps<Props>) {
  const { part, button } = useLateButton(popup, { whenIdle: false });
  const face = <FilterFace label={label} count={count} words={words} />;
  const className = filterStyle(words !== undefined);
  if (part)
    return (
      <part.Popup {...props} className={className}>
        {face}
      </part.Popup>
    );
  return (
    <button {...button} aria-haspopup="dialog" className={className}>
      {face}
    </button>
  );
}
