"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import type { InvitationPreview } from "#lib/invitations/schema.ts";
import type { ActionResult } from "#lib/results.ts";

type MailPreviewProps = {
  find: () => Promise<ActionResult<InvitationPreview>>;
  /** Of what it is: of something else it is to be asked for anew. */
  of: string;
};

/** A mail as somebody would get it, on request. It runs no script and is of no origin. */
export function MailPreview({ find, of }: MailPreviewProps) {
  const text = useTranslations("leavers.invitation.preview");
  const describe = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<{ of: string; mail: InvitationPreview } | null>(null);
  const [error, setError] = useState<string | null>(null);

  async function look() {
    setBusy(true);
    const answer = await requestByHttp(find);
    setBusy(false);
    if (answer.ok) setShown({ of, mail: answer.data });
    setError(answer.ok ? null : answer.code === "not-found" ? text("nobody") : describe(answer));
  }
  return (
    <div className="grid justify-items-start gap-3">
      {shown?.of !== of && (
        <Button size="small" pending={busy} onClick={() => void look()}>
          {text("look")}
        </Button>
      )}
      <InlineError>{error}</InlineError>
      {shown?.of === of && (
        <>
          <p className="text-sm">
            <span className="block text-ink-soft">{text("to", { to: shown.mail.to || "–" })}</span>
            <span className="font-medium">{shown.mail.subject}</span>
          </p>
          <iframe
            title={text("title")}
            sandbox=""
            srcDoc={shown.mail.html}
            className="h-96 w-full rounded-card border border-hairline bg-[#f6f3ed] scheme-light"
          />
        </>
      )}
    </div>
  );
}
