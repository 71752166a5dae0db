"use client";

import { ArrowDownAZ, History, type LucideIcon, UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChoiceMenu } from "#components/ui/choice-menu.tsx";
import type { DirectorySort } from "#lib/people/schema.ts";
import type { Narrow } from "./use-narrowing.ts";

type SortMenuProps = { sort: DirectorySort; narrow: Narrow };

/** In which order people are listed. */
export function SortMenu({ sort, narrow }: SortMenuProps) {
  const text = useTranslations("people.filters.sort");
  return (
    <ChoiceMenu
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
] as const satisfies { value: DirectorySort; icon: LucideIcon }[];
