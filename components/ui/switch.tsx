"use client";

import { type ReactNode, useId } from "react";

type SwitchProps = {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  disabled?: boolean;
  onCheckedChange: (checked: boolean) => void;
};

/** On or off, at once: a native checkbox that is read as a switch. The whole line answers to a tap. */
export function Switch({ label, hint, checked, disabled, onCheckedChange }: SwitchProps) {
  const id = useId();
  return (
    <div className="relative flex min-h-11 items-start justify-between gap-6">
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm font-medium after:absolute after:inset-0 after:content-['']">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="mt-0.5 text-sm text-ink-soft">
            {hint}
          </p>
        )}
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onCheckedChange(event.target.checked)}
        className={style}
      />
    </div>
  );
}

const style =
  "relative mt-0.5 h-6 w-11 shrink-0 cursor-pointer appearance-none rounded-full border border-line bg-sunken transition-colors before:absolute before:top-0.5 before:left-0.5 before:size-[1.125rem] before:rounded-full before:bg-ink-soft before:transition-[translate,background-color] before:content-[''] checked:border-accent-fill checked:bg-accent-fill checked:before:translate-x-5 checked:before:bg-on-accent disabled:opacity-55";
