"use client";

import { CircleAlert, CircleCheck } from "lucide";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { Icon } from "#components/ui/icon.tsx";
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
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal || done) note.current?.scrollIntoView({ block: "nearest" });
  }, [refusal, done]);
  return (
    <div className="mt-10 grid gap-4 border-t border-hairline pt-6 text-sm">
      {/* In the place of what led to the button, over it: under it, what comes would be below a phone's edge. */}
      <div ref={note} aria-live="polite" className="scroll-my-4">
        {!done && !refusal && <p className="text-ink-soft">{text("noMail")}</p>}
        {done && (
          <p role="status" className="flex items-start gap-2">
            <Icon icon={CircleCheck} className={`text-fine ${icon}`} />
            {text("sentAgain")}
          </p>
        )}
        {refusal && (
          <p role="alert" className="flex items-start gap-2">
            <Icon icon={CircleAlert} className={`text-wrong ${icon}`} />
            {describe(refusal)}
          </p>
        )}
      </div>
      <form action={submit} className="flex flex-wrap items-center gap-x-4 gap-y-2">
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
    </div>
  );
}

const icon = "mt-[0.15lh] size-4.5 shrink-0";
