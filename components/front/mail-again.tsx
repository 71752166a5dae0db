"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { NextField } from "./next-field.tsx";
import { type SignInAction, untouched } from "./sign-in-state.ts";

type MailAgainProps = { action: SignInAction; next: string | null; back: string; mailbox: boolean };

/** When no mail comes: once more, or to another address. */
export function MailAgain({ action, next, back, mailbox }: MailAgainProps) {
  const text = useTranslations("front.code");
  const describe = useRefusalText();
  const [{ refusal, done }, submit] = useActionState(action, untouched);
  return (
    <div className="mt-10 grid gap-4 border-t border-hairline pt-6 text-sm">
      <p className="text-ink-soft">{text("noMail")}</p>
      <form action={submit} className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <NextField next={next} />
        <SubmitButton variant="secondary" size="small">
          {text("again")}
        </SubmitButton>
        <TextLink href={back}>{text("otherAddress")}</TextLink>
        {mailbox && (
          <TextLink href="/mailbox" target="_blank">
            {text("mailbox")}
          </TextLink>
        )}
      </form>
      {done && <Notice tone="success">{text("sentAgain")}</Notice>}
      {refusal && <Notice tone="error">{describe(refusal)}</Notice>}
    </div>
  );
}
