"use client";

import { useTranslations } from "next-intl";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { useOpenThread } from "#components/live/use-open-thread.ts";
import { InlineError } from "#components/ui/inline-error.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Rehire } from "./rehire-key.ts";

type WriteToContactProps = { company: string; memberId: string; start: Rehire["start"] };

/** They are told of nothing: who wants them to know writes to them. */
export function WriteToContact({ company, memberId, start }: WriteToContactProps) {
  const text = useTranslations("people.edit.visibility.contact");
  const describe = useRefusalText();
  const { error, submit } = useOpenThread(company, () =>
    start(company, { name: null, memberIds: [memberId] }),
  );
  return (
    <form action={submit}>
      <SubmitButton variant="secondary" size="small">
        {text("write")}
      </SubmitButton>
      <InlineError>
        {error && (error.code === "not-found" ? text("unreachable") : describe(error))}
      </InlineError>
    </form>
  );
}
