import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { nameOfCompany } from "#app/c/[company]/company-name.ts";
import { findContactsAction } from "#app/c/[company]/profile/actions.ts";
import { audiencesOf, limitsOf } from "#components/profile/own/audiences.ts";
import { ProfileViews } from "#components/profile/own/profile-views.tsx";
import { VisibilityOverview } from "#components/profile/own/visibility-overview.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { audienceFields } from "#lib/people/audiences.ts";
import { countMembers } from "#lib/people/census.ts";
import { findOwnProfile } from "#lib/people/own-profile.ts";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("people.edit.visibility");
  return { title: text("title") };
}

export default async function VisibilityPage({ params }: PageProps<"/c/[company]/profile/visibility">) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const text = await getTranslations("people.edit.visibility");
  const [own, census, companyName] = await Promise.all([
    findOwnProfile(viewer),
    countMembers(viewer),
    nameOfCompany(company),
  ]);
  return (
    <Page>
      <PageHeading title={text("title")} lead={text("lead")} />
      <ProfileViews company={company} current="visibility" />
      <VisibilityOverview
        company={company}
        kind={viewer.kind}
        audiences={audiencesOf(own)}
        fields={[...audienceFields, ...own.fields.map(({ id }) => id)]}
        ownFields={own.fields}
        limits={{ company: companyName, of: limitsOf(own) }}
        unlisted={own.unlisted}
        census={census}
        rehire={{ contact: own.rehireContact, find: findContactsAction, start: startThreadAction }}
      />
    </Page>
  );
}
