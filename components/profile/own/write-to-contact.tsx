"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { type Failure, requestByHttp } from "#components/live/live-request.ts";
import { InlineError } from "#components/ui/inline-error.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { threadHref } from "#lib/hrefs.ts";
import type { Rehire } from "./rehire-key.ts";

type WriteToContactProps = { company: string; memberId: string; start: Rehire["start"] };

/** They are told of nothing: who wants them to know writes to them. */
export function WriteToContact({ company, memberId, start }: WriteToContactProps) {
  const text = useTranslations("people.edit.visibility.contact");
  const describe = useRefusalText();
  const router = useRouter();
  const [failure, submit] = useActionState<Failure | null>(async () => {
    const opened = await requestByHttp(() => start(company, { name: null, memberIds: [memberId] }));
    if (!opened.ok) return opened;
    router.push(threadHref(company, opened.data));
    return null;
  }, null);
  return (
    <form action={submit}>
      <SubmitButton variant="secondary" size="small">
        {text("write")}
      </SubmitButton>
      <InlineError>
        {failure && (failure.code === "not-found" ? text("unreachable") : describe(failure))}
      </InlineError>
    </form>
  );
}
