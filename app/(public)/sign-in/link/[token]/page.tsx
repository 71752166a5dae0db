import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { landingPath } from "#app/(public)/landing.ts";
import { enterByLink, enterByLinkElsewhere } from "#app/(public)/sign-in/actions.ts";
import { askingBrowser } from "#app/(public)/sign-in/asking.ts";
import { findGoal, withNext } from "#app/(public)/sign-in/goal.ts";
import { CodeForm } from "#components/front/code-form.tsx";
import { Doorway } from "#components/front/doorway.tsx";
import { LinkForm } from "#components/front/link-form.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { findLink } from "#lib/auth/redeeming.ts";
import { findAccount } from "#lib/auth/requests.ts";

// "no-referrer" would have a form without scripts come from nowhere, and be refused.
export const metadata: Metadata = { robots: "noindex", referrer: "strict-origin" };

/**
 * Uses nothing up: mail scanners open links too, and press buttons. The button does, where the mail was asked for; elsewhere the code of
 * the same mail.
 */
export default async function SignInLink({ params, searchParams }: PageProps<"/sign-in/link/[token]">) {
  const { token } = await params;
  const goal = await findGoal(await searchParams, await getLocale());
  const text = await getTranslations("front.link");
  const account = await findAccount();
  const link = await findLink({ token, browser: await askingBrowser() });
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
  if (!link.askedHere) {
    return (
      <Doorway
        company={goal.company}
        title={text("elsewhereTitle")}
        lead={text.rich("elsewhere", { email: link.email, b: (chunks) => <b>{chunks}</b> })}
      >
        <CodeForm action={enterByLinkElsewhere} next={goal.next} link={token} />
        <p className="mt-10 border-t border-hairline pt-6 text-sm">
          <TextLink href={withNext("/sign-in", goal.next)}>{text("again")}</TextLink>
        </p>
      </Doorway>
    );
  }
  return (
    <Doorway company={goal.company} title={text("title")} lead={text("lead")}>
      <LinkForm action={enterByLink} token={token} next={goal.next} email={link.email} />
    </Doorway>
  );
}
