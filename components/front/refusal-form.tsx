"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { Banner } from "#components/ui/banner.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { begun, type InvitationAction } from "./invitation-state.ts";

type RefusalFormProps = { refuse: InvitationAction; token: string; back: string };

/** Says what is erased and what stays, and does it at one press. */
export function RefusalForm({ refuse, token, back }: RefusalFormProps) {
  const text = useTranslations("front.invitation.refusal");
  const describe = useRefusalText();
  const [{ refusal, done }, submit] = useActionState(refuse, begun);
  if (done)
    return (
      <Banner tone="fine" title={text("doneTitle")}>
        {text("done")}
      </Banner>
    );
  return (
    <form action={submit} className="grid gap-6">
      <input type="hidden" name="token" value={token} />
      <p className="rounded-card bg-surface p-4 shadow-card [word-break:auto-phrase]">{text("text")}</p>
      {refusal && (
        <Banner tone="wrong">{refusal.code === "not-found" ? text("gone") : describe(refusal)}</Banner>
      )}
      <SubmitButton variant="danger" size="large" wide>
        {text("submit")}
      </SubmitButton>
      <p className="text-sm">
        <TextLink href={back}>{text("back")}</TextLink>
      </p>
    </form>
  );
}
