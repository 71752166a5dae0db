"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { Field } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useFocusOnRefusal } from "./focus-on-refusal.ts";
import { NextField } from "./next-field.tsx";
import type { SignInAction } from "./sign-in-state.ts";

type EmailFormProps = { action: SignInAction; next: string | null; email: string };

export function EmailForm({ action, next, email }: EmailFormProps) {
  const text = useTranslations("front.signIn");
  const describe = useRefusalText();
  const [state, submit] = useActionState(action, { typed: email, refusal: null });
  const field = useFocusOnRefusal(state.refusal);
  const { refusal } = state;
  const error = refusal && (refusal.code === "invalid" ? text("emailError") : describe(refusal));
  return (
    <form action={submit} noValidate className="grid gap-4">
      <NextField next={next} />
      <Field label={text("email")} hint={text("emailHint")} error={error}>
        <TextInput
          ref={field}
          type="email"
          name="email"
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={254}
          autoFocus={Boolean(error)}
          defaultValue={state.typed}
        />
      </Field>
      <SubmitButton size="large" wide>
        {text("submit")}
      </SubmitButton>
    </form>
  );
}
