"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { lengthOf, maxLengthOf } from "./written-errors.ts";

type WrittenFieldProps = Pick<ComponentProps<"input">, "autoComplete" | "inputMode" | "placeholder"> & {
  label: string;
  /** Its path in the section, by which policy.ts limits it. */
  name: string;
  value: string | null;
  onText: (text: string) => void;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  /** Several lines, this many at first. */
  rows?: number;
};

/** A text of one's profile, with the room that is left once it grows scarce. */
export function WrittenField(props: WrittenFieldProps) {
  const { label, name, value, onText, hint, error, optional, rows, ...attributes } = props;
  const max = maxLengthOf(name);
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {rows ? (
        <TextArea
          rows={rows}
          value={value ?? ""}
          onChange={(event) => onText(event.target.value)}
          placeholder={attributes.placeholder}
        />
      ) : (
        <TextInput
          type="text"
          {...attributes}
          value={value ?? ""}
          onChange={(event) => onText(event.target.value)}
        />
      )}
      {max !== undefined && <RoomLeft left={max - lengthOf(value ?? "")} max={max} />}
    </Field>
  );
}

function RoomLeft({ left, max }: { left: number; max: number }) {
  const text = useTranslations("people.edit");
  if (left > max / 5) return null;
  return (
    <p
      className={classNames(
        "-mt-1 justify-self-end text-xs tabular-nums",
        left < 0 ? "font-medium text-wrong" : "text-ink-soft",
      )}
    >
      {left < 0 ? text("over", { count: -left }) : text("left", { count: left })}
    </p>
  );
}
