"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { Banner } from "#components/ui/banner.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Refusal } from "#lib/results.ts";

export type JoinState = Refusal | null;
export type JoinAction = (state: JoinState, form: FormData) => Promise<JoinState>;

export function JoinButton({ slug, name, join }: { slug: string; name: string; join: JoinAction }) {
  const text = useTranslations("front.companies");
  const describe = useRefusalText();
  const [refusal, submit] = useActionState(join, null);
  return (
    <form action={submit} className="relative z-1 grid justify-items-end gap-3">
      <input type="hidden" name="slug" value={slug} />
      <SubmitButton aria-label={text("joinName", { name })}>{text("join")}</SubmitButton>
      {refusal && <Banner tone="wrong">{describe(refusal)}</Banner>}
    </form>
  );
}
