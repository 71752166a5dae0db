"use client";

import type { ComponentType, ReactNode } from "react";
import { FilterFace, filterStyle } from "./filter-face.tsx";
import { type LatePart, useLateButton } from "./use-part.ts";

/** What a filter's popup is given of its button. */
export type FilterButton = { className: string; children: ReactNode };

type FilterMenuProps<Props> = {
  label: string;
  /** What is chosen, in words. */
  chosen: readonly string[];
  /** As a line of a column, not as a pill. */
  wide?: boolean;
  /** What it opens, with a button of its own: FilterChoicesPopup or FilterYearsPopup. */
  popup: LatePart<{ Popup: ComponentType<Props & FilterButton> }>;
  props: Props;
};

/** The button of a filter, which stays open while one chooses. */
export function FilterMenu<Props extends object>({
  label,
  chosen,
  wide,
  popup,
  props,
}: FilterMenuProps<Props>) {
  const { part, button } = useLateButton(popup, { whenIdle: false });
  const face = <FilterFace label={label} chosen={chosen} wide={wide} />;
  const className = filterStyle(wide);
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
