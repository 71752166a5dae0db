"use client";

import { ChevronDown } from "lucide";
import type { MenuChoice } from "./choice-menu-popup.tsx";
import { Icon } from "./icon.tsx";
import { latePart, useLateButton } from "./use-part.ts";

type ChoiceMenuProps<Value extends string> = {
  /** What is chosen, for the ear. */
  label: string;
  options: readonly MenuChoice<Value>[];
  value: Value;
  onChoose: (value: Value) => void;
  disabled?: boolean;
};

const popup = latePart(() => import("./choice-menu-popup.tsx"));

/**
 * One of a few, in the room of one word: a button that shows what holds, in an icon and a word, and opens the others. Nothing is chosen on
 * the way to another, as the arrows do in a list of the browser's own: for what holds at once.
 */
export function ChoiceMenu<Value extends string>({ disabled, ...props }: ChoiceMenuProps<Value>) {
  const { label, options, value } = props;
  const { part, button } = useLateButton(popup);
  const chosen = options.find((option) => option.value === value);
  const name = `${label}: ${chosen?.label ?? ""}`;
  const shown = (
    <>
      {chosen && <Icon icon={chosen.icon} className="size-4 shrink-0 text-ink-soft" />}
      <span className="min-w-0 truncate">{chosen?.label}</span>
      <Icon icon={ChevronDown} className="size-4 shrink-0 text-ink-soft" />
    </>
  );
  if (part)
    return (
      <part.ChoiceMenuPopup {...props} name={name} className={style}>
        {shown}
      </part.ChoiceMenuPopup>
    );
  return (
    <button {...button} disabled={disabled} aria-haspopup="menu" aria-label={name} className={style}>
      {shown}
    </button>
  );
}

const style =
  "inline-flex min-h-9 max-w-full items-center gap-2 rounded-full border border-line bg-surface px-3 text-sm transition-colors hover:bg-sunken disabled:opacity-55 data-popup-open:bg-sunken";
