"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { Banner } from "#components/ui/banner.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Refusal } from "#lib/results.ts";
import { NextField } from "./next-field.tsx";
import { type SignInAction, untouched } from "./sign-in-state.ts";

type LinkFormProps = { action: SignInAction; token: string; next: string | null; email: string };

/** Who is about to come in, and the button that uses the link up. */
export function LinkForm({ action, token, next, email }: LinkFormProps) {
  const text = useTranslations("front.link");
  const describe = useRefusalText();
  const [{ refusal }, submit] = useActionState(action, untouched);
  const describeLink = (refusal: Refusal) => {
    if (refusal.code !== "invalid") return describe(refusal);
    return text(refusal.fields.link === "elsewhere" ? "notHere" : "gone");
  };
  return (
    <form action={submit} className="grid gap-6">
      <input type="hidden" name="token" value={token} />
      <NextField next={next} />
      <p className="rounded-card bg-surface p-4 shadow-card">
        <span className="block text-sm text-ink-soft">{text("account")}</span>
        <span className="font-medium break-all">{email}</span>
      </p>
      {refusal && <Banner tone="wrong">{describeLink(refusal)}</Banner>}
      <SubmitButton size="large" wide>
        {text("submit")}
      </SubmitButton>
    </form>
  );
}
