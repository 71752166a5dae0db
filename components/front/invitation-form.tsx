"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { Banner } from "#components/ui/banner.tsx";
import { CodeInput } from "#components/ui/code-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { homeHref } from "#lib/hrefs.ts";
import type { Refusal } from "#lib/results.ts";
import { useFocusOnRefusal } from "./focus-on-refusal.ts";
import { begun, type InvitationAction } from "./invitation-state.ts";

type InvitationFormProps = {
  join: InvitationAction;
  /** Signs out, and comes back. */
  useOther: (form: FormData) => Promise<void>;
  token: string;
  /** The company's. */
  slug: string;
  /** Of the account that is signed in; null for none. */
  email: string | null;
  /** Where one signs in and comes back from. */
  signIn: string;
};

/** Joins: with the account that is signed in, by the code of the mail, or by way of the sign-in. */
export function InvitationForm(props: InvitationFormProps) {
  const { join, useOther, token, slug, email, signIn } = props;
  const text = useTranslations("front.invitation");
  const describe = useRefusalText();
  const [{ refusal, typed }, submit] = useActionState(join, begun);
  const field = useFocusOnRefusal(refusal);
  const describeCode = ({ code, ...rest }: Refusal) => {
    if (code !== "invalid" || !("fields" in rest)) return null;
    if (rest.fields.code) return text(rest.fields.code === "spent" ? "codeSpent" : "codeError");
    return null;
  };
  const codeError = refusal && describeCode(refusal);
  const isMember = refusal?.code === "invalid" && refusal.fields.account === "member";
  return (
    <>
      <form action={submit} noValidate className="grid gap-4">
        <input type="hidden" name="token" value={token} />
        {email === null ? (
          <Field label={text("code")} error={codeError}>
            <CodeInput ref={field} name="code" required defaultValue={typed} className="max-w-none!" />
          </Field>
        ) : (
          <p className="text-sm break-all">{text("joinAs", { email })}</p>
        )}
        {refusal && !codeError && (
          <Banner
            tone="wrong"
            action={
              isMember && (
                <LinkButton href={homeHref(slug)} size="small">
                  {text("open")}
                </LinkButton>
              )
            }
          >
            {wordsOf(refusal)}
          </Banner>
        )}
        <SubmitButton size="large" wide>
          {text("join")}
        </SubmitButton>
      </form>
      {email === null ? (
        <div className="mt-6 grid gap-2 text-sm">
          <TextLink href={signIn}>{text("byMail")}</TextLink>
          <p className="text-ink-soft">{text("byMailHint")}</p>
        </div>
      ) : (
        <form action={useOther} className="mt-3">
          <input type="hidden" name="token" value={token} />
          <SubmitButton variant="quiet" wide>
            {text("otherAccount")}
          </SubmitButton>
        </form>
      )}
    </>
  );

  function wordsOf(refused: Refusal): string {
    if (isMember) return text("member");
    return refused.code === "not-found" || refused.code === "invalid" ? text("gone") : describe(refused);
  }
}
