"use client";

import { ArrowDownAZ, History, type IconNode, UserRoundPlus } from "lucide";
import { useTranslations } from "next-intl";
import { ChoiceMenuPopup } from "#components/ui/choice-menu-popup.tsx";
import type { FilterButton } from "#components/ui/filter-menu.tsx";
import type { DirectorySort } from "#lib/people/directory-query.ts";
import type { Narrow } from "./use-narrowing.ts";

type SortPopupProps = FilterButton & { name: string; sort: DirectorySort; narrow: Narrow };

/** The button of the orders with what it opens, open at first. */
export function SortPopup({ sort, narrow, ...button }: SortPopupProps) {
  const text = useTranslations("people.filters.sort");
  return (
    <ChoiceMenuPopup
      {...button}
      label={text("label")}
      options={sorts.map(({ value, icon }) => ({ value, icon, label: text(value) }))}
      value={sort}
      onChoose={(next) => narrow({ sort: next })}
    />
  );
}

const sorts = [
  { value: "reading", icon: ArrowDownAZ },
  { value: "arrived", icon: UserRoundPlus },
  { value: "changed", icon: History },
] as const satisfies { value: DirectorySort; icon: IconNode }[];
