"use client";

import { useTranslations } from "next-intl";
import { useActionState, useId, useState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { type Failure, requestByHttp } from "#components/live/live-request.ts";
import { canNavigate } from "#components/live/use-stay-offline.ts";
import { InlineError } from "#components/ui/inline-error.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ActionResult } from "#lib/results.ts";

/** The last step of leaving: that one is sure, and the button. `leave` leads to another page, or says why not. */
export function LeaveNetwork({ leave }: { leave: () => Promise<ActionResult<void>> }) {
  const text = useTranslations("leaving.form");
  const describe = useRefusalText();
  const { socket } = useLive();
  const id = useId();
  const [sure, setSure] = useState(false);
  const [unsure, setUnsure] = useState(false);
  const [refusal, submit] = useActionState<Failure | null>(async () => {
    // Otherwise the end of the membership would reload this page before the redirect.
    socket.disconnect();
    const answer = await requestByHttp(leave);
    if (answer.ok) return null;
    socket.connect();
    return answer;
  }, null);
  return (
    <form
      action={submit}
      onSubmit={(event) => {
        setUnsure(!sure);
        if (!sure || !canNavigate()) event.preventDefault();
      }}
      className="grid justify-items-start gap-3"
    >
      <label htmlFor={id} className="flex min-h-11 cursor-pointer items-center gap-3">
        <input
          id={id}
          type="checkbox"
          checked={sure}
          aria-describedby={unsure ? `${id}-unsure` : undefined}
          onChange={(event) => {
            setSure(event.target.checked);
            setUnsure(false);
          }}
          className="size-6 shrink-0 accent-(--accent-fill)"
        />
        {text("sure")}
      </label>
      <SubmitButton variant="danger">{text("leave")}</SubmitButton>
      <div id={`${id}-unsure`}>
        <InlineError>{unsure ? text("unsure") : refusal && reason(refusal)}</InlineError>
      </div>
    </form>
  );

  function reason(failure: Failure): string {
    const isLastOwner = failure.code === "invalid" && failure.fields.company !== undefined;
    return isLastOwner ? text("lastOwner") : describe(failure);
  }
}
