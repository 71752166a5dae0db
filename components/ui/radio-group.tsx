"use client";

import { useId } from "react";
import { FieldHint } from "./field-notes.tsx";

type RadioGroupProps<Value extends string> = {
  label: string;
  hint?: string;
  name: string;
  options: readonly { value: Value; label: string; lang?: string }[];
  value: Value;
  onValueChange: (value: Value) => void;
};

/** One of a few, all in sight, side by side: native radios, so arrows work. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, hint, name, options, value, onValueChange } = props;
  const hintId = useId();
  return (
    <fieldset className="grid justify-items-start gap-2" aria-describedby={hint && hintId}>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {hint && <FieldHint id={hintId}>{hint}</FieldHint>}
      <div className="segments">
        {options.map((option) => (
          <label key={option.value} lang={option.lang} className="segment">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onValueChange(option.value)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
