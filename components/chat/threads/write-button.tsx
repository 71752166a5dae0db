"use client";

import { MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { OpenThread } from "#components/chat/chat-actions.ts";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** Opens the conversation with a person: `open` is `openThreadAction.bind(null, slug, { memberId })`. */
export function WriteButton({ open }: { open: OpenThread }) {
  const text = useTranslations("chat");
  const refusalText = useRefusalText();
  const [answer, submit] = useActionState(open, null);
  return (
    <form action={submit}>
      <SubmitButton>
        <MessageCircle className="size-4.5" strokeWidth={1.75} aria-hidden="true" />
        {text("write")}
      </SubmitButton>
      {answer && !answer.ok && (
        <p role="alert" className="mt-2 text-sm text-danger">
          {answer.code === "not-found" ? text("unreachable") : refusalText(answer)}
        </p>
      )}
    </form>
  );
}
