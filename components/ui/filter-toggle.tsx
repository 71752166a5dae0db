"use client";

import { Check, type LucideIcon } from "lucide-react";
import { filterStyle } from "./filter-face.tsx";
import { useTooltip } from "./use-tooltip.tsx";

type FilterToggleProps = {
  label: string;
  /** What it means. */
  hint: string;
  icon: LucideIcon;
  pressed: boolean;
  onPress: (pressed: boolean) => void;
};

/** A filter that is on or off. */
export function FilterToggle({ label, hint, icon, pressed, onPress }: FilterToggleProps) {
  const { handlers, tooltip } = useTooltip(hint);
  const Icon = pressed ? Check : icon;
  return (
    <>
      <button
        {...handlers}
        type="button"
        aria-pressed={pressed}
        onClick={() => onPress(!pressed)}
        className={filterStyle()}
      >
        <Icon className="size-4 shrink-0 text-accent-ink" strokeWidth={1.75} aria-hidden="true" />
        <span className="min-w-0 truncate">{label}</span>
      </button>
      {tooltip}
    </>
  );
}
