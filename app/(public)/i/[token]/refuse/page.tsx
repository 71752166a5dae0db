import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { refuseAction } from "#app/(public)/i/[token]/actions.ts";
import { Doorway } from "#components/front/doorway.tsx";
import { RefusalForm } from "#components/front/refusal-form.tsx";
import { companyName } from "#lib/companies/schema.ts";
import { invitationHref } from "#lib/hrefs.ts";
import { findOpenedInvitation } from "#lib/joining/links.ts";

export const metadata: Metadata = { robots: "noindex", referrer: "strict-origin" };

/** Where somebody says no, signed in or not. Looking refuses nothing. */
export default async function RefusePage({ params }: PageProps<"/i/[token]/refuse">) {
  const { token } = await params;
  const text = await getTranslations("front.invitation.refusal");
  const locale = await getLocale();
  const invitation = await findOpenedInvitation(token);
  if (!invitation || invitation.standing === "used")
    return (
      <Doorway company={null} title={text("title")} lead={text("gone")}>
        {null}
      </Doorway>
    );
  const company = { name: companyName(invitation, locale), hue: invitation.accentHue };
  return (
    <Doorway
      company={company}
      title={text("title")}
      lead={text.rich("lead", { company: company.name, b: (chunks) => <b>{chunks}</b> })}
    >
      <RefusalForm refuse={refuseAction} token={token} back={invitationHref(token)} />
    </Doorway>
  );
}
