"use client";

import { Check, type IconNode } from "lucide";
import { filterStyle } from "./filter-face.tsx";
import { Icon } from "./icon.tsx";
import { useTooltip } from "./use-tooltip.tsx";

type FilterToggleProps = {
  label: string;
  /** What it means. */
  hint: string;
  icon: IconNode;
  pressed: boolean;
  onPress: (pressed: boolean) => void;
};

/** A filter that is on or off. */
export function FilterToggle({ label, hint, icon, pressed, onPress }: FilterToggleProps) {
  const { handlers, tooltip } = useTooltip(hint);
  return (
    <>
      <button
        {...handlers}
        type="button"
        aria-pressed={pressed}
        onClick={() => onPress(!pressed)}
        className={filterStyle()}
      >
        <Icon icon={pressed ? Check : icon} className="size-4 shrink-0 text-accent-ink" />
        <span className="min-w-0 truncate">{label}</span>
      </button>
      {tooltip}
    </>
  );
}
