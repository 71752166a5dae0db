"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { answerEmployerAction } from "#app/c/[company]/feed/actions.ts";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { profileHref } from "#lib/hrefs.ts";

type StillThereProps = { company: string; employer: string; answerAction: typeof answerEmployerAction };
type Answer = "yes" | "later";

/** Whether what one wrote of one's work still holds: answered by one press, which can be undone, and not asked again for half a year. */
export function StillThere({ company, employer, answerAction }: StillThereProps) {
  const text = useTranslations("feed.stillThere");
  const undoText = useTranslations("ui")("undo");
  const refusalText = useRefusalText();
  const [answered, setAnswered] = useState<{ how: Answer; before: string | null } | null>(null);
  const [pending, setPending] = useState<Answer | "undo" | null>(null);
  const [error, setError] = useState<string | null>(null);

  async function send(how: Answer | "undo", back?: string) {
    setPending(how);
    setError(null);
    const answer = await requestByHttp(() => answerAction(company, { back }));
    setPending(null);
    if (!answer.ok) return setError(refusalText(answer));
    setAnswered(how === "undo" ? null : { how, before: answer.data });
  }
  return (
    <section
      aria-label={text("title", { employer })}
      className="mb-6 rounded-card bg-surface p-4 shadow-card"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p role="status" className={answered ? "text-ink-soft" : "font-medium"}>
          {answered ? text(`answered.${answered.how}`) : text("title", { employer })}
        </p>
        {answered ? (
          answered.before && (
            <Button
              size="small"
              pending={pending === "undo"}
              onClick={() => void send("undo", answered.before ?? undefined)}
            >
              {undoText}
            </Button>
          )
        ) : (
          <div className="flex flex-wrap gap-2">
            <Button size="small" pending={pending === "yes"} onClick={() => void send("yes")}>
              {text("yes")}
            </Button>
            <LinkButton
              size="small"
              href={`${profileHref(company)}?open=work`}
              onClick={() => void requestByHttp(() => answerAction(company, {}))}
            >
              {text("changed")}
            </LinkButton>
            <Button
              size="small"
              variant="quiet"
              pending={pending === "later"}
              onClick={() => void send("later")}
            >
              {text("later")}
            </Button>
          </div>
        )}
      </div>
      <InlineError>{error}</InlineError>
    </section>
  );
}
