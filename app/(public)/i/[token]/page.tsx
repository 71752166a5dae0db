import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { withNext } from "#app/(public)/sign-in/goal.ts";
import { Doorway } from "#components/front/doorway.tsx";
import { InvitationFacts, InvitedPerson } from "#components/front/invitation-facts.tsx";
import { InvitationForm } from "#components/front/invitation-form.tsx";
import { InvitationOpened } from "#components/front/invitation-opened.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { findAccount } from "#lib/auth/requests.ts";
import { companyName } from "#lib/companies/schema.ts";
import { invitationHref } from "#lib/hrefs.ts";
import { findOpenedInvitation, type OpenedInvitation } from "#lib/joining/links.ts";
import { displayName } from "#lib/people/names.ts";
import { joinAction, noteOpenedAction, otherAccountAction } from "./actions.ts";

// "no-referrer" would have a form without scripts come from nowhere, and be refused.
export const metadata: Metadata = { robots: "noindex", referrer: "strict-origin" };

/** Uses nothing up: mail scanners open links too, and press buttons. */
export default async function InvitationPage({ params }: PageProps<"/i/[token]">) {
  const { token } = await params;
  const invitation = await findOpenedInvitation(token);
  if (invitation?.standing !== "good") return <NotGood invitation={invitation} />;
  const text = await getTranslations("front.invitation");
  const format = await getFormatter();
  const locale = await getLocale();
  const account = await findAccount();
  const { slug, familyName, givenName, sender, people, expiresAt, purposeJa, purposeEn } = invitation;
  const company = { name: companyName(invitation, locale), hue: invitation.accentHue };
  const values = { company: company.name, b: (chunks: React.ReactNode) => <b>{chunks}</b> };
  return (
    <Doorway
      company={company}
      title={text("title")}
      lead={sender ? text.rich("lead", { ...values, sender }) : text.rich("leadNoSender", values)}
    >
      <InvitationOpened token={token} note={noteOpenedAction} />
      <InvitedPerson name={displayName({ familyName: familyName ?? "", givenName: givenName ?? "" })} />
      <InvitationForm
        join={joinAction}
        useOther={otherAccountAction}
        token={token}
        slug={slug}
        email={account?.email ?? null}
        signIn={withNext("/sign-in", invitationHref(token))}
      />
      <InvitationFacts
        people={people}
        until={format.dateTime(expiresAt, { dateStyle: "long" })}
        purpose={(locale === "ja" ? (purposeJa ?? purposeEn) : (purposeEn ?? purposeJa)) ?? null}
      />
      <p className="mt-10 border-t border-hairline pt-6 text-sm">
        <TextLink href={invitationHref(token, "refuse")}>{text("refuse")}</TextLink>
      </p>
    </Doorway>
  );
}

/** Why it can't be used, and what to do instead. */
async function NotGood({ invitation }: { invitation: OpenedInvitation | null }) {
  const text = await getTranslations("front.invitation");
  const locale = await getLocale();
  if (!invitation)
    return (
      <Doorway company={null} title={text("unknownTitle")} lead={text("unknown")}>
        <LinkButton href="/" variant="secondary" size="large" wide>
          {text("front")}
        </LinkButton>
      </Doorway>
    );
  const { standing, slug, opensOn, contact } = invitation;
  const company = { name: companyName(invitation, locale), hue: invitation.accentHue };
  if (standing === "used")
    return (
      <Doorway company={company} title={text("usedTitle")} lead={text("used")}>
        <LinkButton href={`/sign-in?company=${slug}`} variant="primary" size="large" wide>
          {text("signIn")}
        </LinkButton>
      </Doorway>
    );
  if (standing === "later" && opensOn) {
    const date = (await getFormatter()).dateTime(opensOn, { dateStyle: "long", timeZone: "UTC" });
    return (
      <Doorway company={company} title={text("laterTitle")} lead={text("later", { date })}>
        {null}
      </Doorway>
    );
  }
  return (
    <Doorway company={company} title={text("overTitle")} lead={text("over", { contact: contact ?? "none" })}>
      {null}
    </Doorway>
  );
}
