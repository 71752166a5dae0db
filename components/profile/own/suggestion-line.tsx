"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import type { Suggestion } from "#lib/people/schema.ts";
import { useOwn } from "./own-context.ts";

/** `onGo` leads to the field. */
type SuggestionLineProps = { suggestion: Suggestion; onGo: () => void };

/** What one more field would bring, in one quiet line, until one says not now. */
export function SuggestionLine({ suggestion, onGo }: SuggestionLineProps) {
  const { company, purposes, putOff } = useOwn();
  const { field, value, people, atLeast } = suggestion;
  const text = useTranslations("people.edit.suggestions");
  const purposeText = useTranslations("people.purposes");
  const purpose = purposes.find((one) => field === "purposes" && one === value);
  const refusalText = useRefusalText();
  const [away, setAway] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function sendAway() {
    setPending(true);
    setError(null);
    const answer = await requestByHttp(() => putOff(company, {}));
    setPending(false);
    if (answer.ok) setAway(true);
    else setError(refusalText(answer));
  }
  if (away)
    return (
      <p role="status" className="mb-6 text-sm text-ink-soft">
        {text("away")}
      </p>
    );
  return (
    <aside aria-label={text("label")} className="mb-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <p className="min-w-0 flex-[1_1_20rem] text-sm text-ink-soft">
          {text(`fields.${field}`, {
            value: purpose ? purposeText(purpose) : (value ?? ""),
            count: people ?? 0,
            atLeast: String(atLeast),
          })}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={onGo}>
            {text("go")}
          </Button>
          <Button size="small" variant="quiet" pending={pending} onClick={() => void sendAway()}>
            {text("later")}
          </Button>
        </div>
      </div>
      <InlineError>{error}</InlineError>
    </aside>
  );
}
