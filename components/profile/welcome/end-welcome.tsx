"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import type { endWelcomeAction } from "#app/c/[company]/welcome/actions.ts";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { type Answer, requestByHttp } from "#components/live/live-request.ts";
import { InlineError } from "#components/ui/inline-error.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

export type EndWelcomeAction = typeof endWelcomeAction;
type EndWelcomeProps = { company: string; end: EndWelcomeAction; back: string };

/** The last press: from then on others find them, unless they want not to be found. */
export function EndWelcome({ company, end, back }: EndWelcomeProps) {
  const text = useTranslations("joining.welcome");
  const listing = useTranslations("people.edit.visibility");
  const describe = useRefusalText();
  const [unlisted, setUnlisted] = useState(false);
  const [answer, submit] = useActionState<Answer<never> | null>(
    () => requestByHttp(() => end(company, { slug: company, listed: !unlisted })),
    null,
  );
  return (
    <form action={submit}>
      <Section title={text("endTitle")} description={text(unlisted ? "endUnlisted" : "endListed")}>
        <div className="grid gap-6">
          <Switch
            label={listing("unlisted")}
            hint={listing("unlistedHint")}
            checked={unlisted}
            onCheckedChange={setUnlisted}
          />
          <div className="flex flex-wrap items-center justify-between gap-4">
            <SubmitButton size="large">{text("end")}</SubmitButton>
            <TextLink href={back}>{text("back")}</TextLink>
          </div>
          <InlineError>{answer && !answer.ok ? describe(answer) : null}</InlineError>
        </div>
      </Section>
    </form>
  );
}
