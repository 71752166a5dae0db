"use client";

import { ArrowDownAZ, CalendarClock, UserRoundPlus } from "lucide";
import { useTranslations } from "next-intl";
import { ChoiceMenu } from "#components/ui/choice-menu.tsx";
import type { Narrowing } from "./use-narrowing.ts";

/** In which order leavers are listed. */
export function SortMenu({ wanted, narrow }: Pick<Narrowing, "wanted" | "narrow">) {
  const text = useTranslations("leavers.list.sort");
  return (
    <ChoiceMenu
      label={text("label")}
      options={[
        { value: "name", label: text("name"), icon: ArrowDownAZ },
        { value: "left", label: text("left"), icon: CalendarClock },
        { value: "added", label: text("added"), icon: UserRoundPlus },
      ]}
      value={wanted.sort}
      onChoose={(sort) => narrow({ sort })}
    />
  );
}
