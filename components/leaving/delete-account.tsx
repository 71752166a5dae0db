"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { Banner } from "#components/ui/banner.tsx";
import { CodeInput } from "#components/ui/code-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Refusal } from "#lib/results.ts";

export type DeletionState = { sent: boolean; typed: string; refusal: Refusal | null };
type Step = (state: DeletionState, form: FormData) => Promise<DeletionState>;
type DeleteAccountProps = { email: string; ask: Step; confirm: Step };

const begun: DeletionState = { sent: false, typed: "", refusal: null };

/** First a mail with a code is asked for, then the code deletes the account. */
export function DeleteAccount({ email, ask, confirm }: DeleteAccountProps) {
  const text = useTranslations("leaving.deletion");
  const describe = useRefusalText();
  const [asked, askOnce] = useActionState(ask, begun);
  const [state, submit] = useActionState(confirm, begun);
  return (
    <div className="grid gap-6">
      {asked.sent && (
        <>
          <Banner tone="waiting">{text("sent", { email })}</Banner>
          <form action={submit} noValidate className="grid justify-items-start gap-4">
            <Field label={text("code")} error={state.refusal && reason(state.refusal)}>
              <CodeInput name="code" required autoFocus defaultValue={state.typed} />
            </Field>
            <SubmitButton variant="danger">{text("delete")}</SubmitButton>
          </form>
        </>
      )}
      <form action={askOnce}>
        <SubmitButton variant="secondary">{text(asked.sent ? "again" : "ask")}</SubmitButton>
        <InlineError>{asked.refusal && describe(asked.refusal)}</InlineError>
      </form>
    </div>
  );

  function reason(refusal: Refusal): string {
    if (refusal.code !== "invalid") return describe(refusal);
    if (refusal.fields.account) return text("lastOwner");
    return text(refusal.fields.code === "spent" ? "spent" : "wrong");
  }
}
