"use client";

import { X } from "lucide";
import { useTranslations } from "next-intl";
import { type RefObject, useRef } from "react";
import { Icon } from "./icon.tsx";

type FilterChip = {
  key: string;
  /** What it is a value of, where the value alone does not say. */
  of?: string;
  label: string;
  onRemove: () => void;
};

type FilterChipsProps = {
  label: string;
  chips: readonly FilterChip[];
  onClear: () => void;
  /** Stays, and has the focus once there are no chips any more. */
  after: RefObject<HTMLElement | null>;
};

/** All that is chosen, each to be taken off by itself. The focus stays among them while there are any. */
export function FilterChips({ label, chips, onClear, after }: FilterChipsProps) {
  const text = useTranslations("ui.filters");
  const box = useRef<HTMLDivElement>(null);

  function remove({ onRemove }: FilterChip, at: number) {
    const buttons = box.current?.querySelectorAll("button") ?? [];
    const next = chips.length > 1 ? buttons[at + 1 < chips.length ? at + 1 : at - 1] : after.current;
    next?.focus();
    onRemove();
  }
  function clear() {
    after.current?.focus();
    onClear();
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields of a form.
    <div
      ref={box}
      role="group"
      aria-label={label}
      className="flex items-center gap-2 pt-3 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4 max-sm:[scrollbar-width:none] sm:flex-wrap"
    >
      {chips.map((chip, at) => (
        <button
          key={chip.key}
          type="button"
          aria-label={text("remove", { label: chip.of ? `${chip.of} ${chip.label}` : chip.label })}
          onClick={() => remove(chip, at)}
          className="inline-flex min-h-8 max-w-64 shrink-0 items-center gap-1 rounded-full bg-accent-soft ps-3 pe-2 text-sm text-ink hover:bg-sunken"
        >
          {chip.of && <span className="shrink-0 text-xs text-ink-soft">{chip.of}</span>}{" "}
          <span className="min-w-0 truncate">{chip.label}</span>
          <Icon icon={X} className="size-4 shrink-0 text-ink-soft" />
        </button>
      ))}
      {chips.length > 1 && (
        <button
          type="button"
          onClick={clear}
          className="min-h-8 shrink-0 px-2 text-sm text-ink-soft underline decoration-1 underline-offset-4 hover:text-ink"
        >
          {text("clear")}
        </button>
      )}
    </div>
  );
}
