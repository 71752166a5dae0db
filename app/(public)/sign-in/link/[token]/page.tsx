import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { landingPath } from "#app/(public)/landing.ts";
import { enterByLink } from "#app/(public)/sign-in/actions.ts";
import { findGoal, withNext } from "#app/(public)/sign-in/goal.ts";
import { Doorway } from "#components/front/doorway.tsx";
import { LinkForm } from "#components/front/link-form.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { findAccount } from "#lib/auth/requests.ts";
import { findLink } from "#lib/auth/sign-in.ts";

export const metadata: Metadata = { robots: "noindex", referrer: "no-referrer" };

/** Uses nothing up: mail scanners open links too. The button does. */
export default async function SignInLink({ params, searchParams }: PageProps<"/sign-in/link/[token]">) {
  const { token } = await params;
  const goal = await findGoal(await searchParams, await getLocale());
  const text = await getTranslations("front.link");
  const account = await findAccount();
  const link = await findLink(token);
  if (account && (!link || link.email === account.email)) redirect(await landingPath(account, goal.next));
  if (!link) {
    return (
      <Doorway company={goal.company} title={text("goneTitle")} lead={text("gone")}>
        <LinkButton href={withNext("/sign-in", goal.next)} variant="primary" size="large" wide>
          {text("again")}
        </LinkButton>
      </Doorway>
    );
  }
  return (
    <Doorway company={goal.company} title={text("title")} lead={text("lead")}>
      <LinkForm action={enterByLink} token={token} next={goal.next} email={link.email} />
    </Doorway>
  );
}
