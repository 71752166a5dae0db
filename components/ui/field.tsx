"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { FieldContext } from "./field-context.ts";
import { FieldError, FieldHint } from "./field-notes.tsx";

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  children: ReactNode;
};

/** A label, one control (TextInput, TextArea, CodeInput, …), and what there is to say about it. */
export function Field({ label, hint, error, optional, children }: FieldProps) {
  const text = useTranslations("ui");
  const id = useId();
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {optional && <span className="ms-2 text-xs font-normal text-ink-soft">{text("optional")}</span>}
      </label>
      {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
      <FieldContext value={{ id, describedBy: notes || undefined, invalid: Boolean(error) }}>
        {children}
      </FieldContext>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
