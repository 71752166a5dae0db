"use client";

import { MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { StartThread } from "#components/chat/chat-actions.ts";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { InlineError } from "#components/ui/inline-error.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useOpenThread } from "./use-open-thread.ts";

type WriteButtonProps = { company: string; memberId: string; start: StartThread };

/** Opens the conversation with a person. */
export function WriteButton({ company, memberId, start }: WriteButtonProps) {
  const text = useTranslations("chat");
  const refusalText = useRefusalText();
  const { error, submit } = useOpenThread(company, () =>
    start(company, { name: null, memberIds: [memberId] }),
  );
  return (
    <form action={submit}>
      <SubmitButton>
        <MessageCircle className="size-4.5" strokeWidth={1.75} aria-hidden="true" />
        {text("write")}
      </SubmitButton>
      <InlineError>
        {error && (error.code === "not-found" ? text("unreachable") : refusalText(error))}
      </InlineError>
    </form>
  );
}
