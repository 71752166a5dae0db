"use client";

import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { cleanGroupName, maxGroupName } from "#lib/chat/policy.ts";

type GroupNameFieldProps = {
  value: string;
  onChange: (name: string) => void;
  optional?: boolean;
  autoFocus?: boolean;
};

/** What a group is to be called. A name that is too long stays, and says by how much. */
export function GroupNameField({ value, onChange, optional, autoFocus }: GroupNameFieldProps) {
  const text = useTranslations("chat.group");
  const over = surplusOf(value);
  return (
    <Field
      label={text("name")}
      hint={text("nameHint")}
      optional={optional}
      error={over > 0 && text("nameTooLong", { max: maxGroupName, count: over })}
    >
      <TextInput autoFocus={autoFocus} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}

/** Whether a group can be called so. */
export function isGroupName(name: string): boolean {
  return surplusOf(name) <= 0;
}

function surplusOf(name: string): number {
  return cleanGroupName(name).length - maxGroupName;
}
