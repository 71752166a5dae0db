"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { CodeInput } from "#components/ui/code-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Refusal } from "#lib/results.ts";
import { useFocusOnRefusal } from "./focus-on-refusal.ts";
import { NextField } from "./next-field.tsx";
import { type SignInAction, untouched } from "./sign-in-state.ts";

type CodeFormProps = {
  action: SignInAction;
  next: string | null;
  /** The token of the link that it goes with, where one opened the link in another browser. */
  link?: string;
};

export function CodeForm({ action, next, link }: CodeFormProps) {
  const text = useTranslations("front.code");
  const linkText = useTranslations("front.link");
  const describe = useRefusalText();
  const [state, submit] = useActionState(action, untouched);
  const field = useFocusOnRefusal(state.refusal);
  const { refusal } = state;
  const describeCode = (refusal: Refusal) => {
    if (refusal.code !== "invalid") return describe(refusal);
    if (refusal.fields.link) return linkText("gone");
    if (refusal.fields.code !== "spent") return text("codeError");
    return link ? linkText("codeSpent") : text("codeSpent");
  };
  const error = refusal && describeCode(refusal);
  return (
    <form action={submit} noValidate className="grid gap-4">
      <NextField next={next} />
      {link && <input type="hidden" name="token" value={link} />}
      <Field label={text("code")} error={error}>
        <CodeInput
          ref={field}
          name="code"
          required
          autoFocus
          defaultValue={state.typed}
          className="max-w-none!"
        />
      </Field>
      <SubmitButton size="large" wide>
        {text("submit")}
      </SubmitButton>
    </form>
  );
}
