"use client";

import { useTranslations } from "next-intl";
import { FilterFace, filterStyle } from "#components/ui/filter-face.tsx";
import { latePart, useLateButton } from "#components/ui/use-part.ts";
import type { DirectorySort } from "#lib/people/directory-query.ts";
import type { Narrow } from "./use-narrowing.ts";

const popup = latePart(() => import("./sort-popup.tsx"));

type SortMenuProps = { sort: DirectorySort; narrow: Narrow };

/** In which order people are listed. */
export function SortMenu({ sort, narrow }: SortMenuProps) {
  const text = useTranslations("people.filters.sort");
  const { part, button } = useLateButton(popup, { whenIdle: false });
  const name = `${text("label")}: ${text(sort)}`;
  const face = <FilterFace label={text(sort)} count={0} />;
  if (part)
    return (
      <part.SortPopup name={name} sort={sort} narrow={narrow} className={filterStyle()}>
        {face}
      </part.SortPopup>
    );
  return (
    <button {...button} aria-haspopup="menu" aria-label={name} className={filterStyle()}>
      {face}
    </button>
  );
}
