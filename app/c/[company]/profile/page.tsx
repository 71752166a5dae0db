import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { nameOfCompany } from "#app/c/[company]/company-name.ts";
import { showsEras } from "#app/c/[company]/eras.ts";
import { OwnSections } from "#components/profile/own/own-sections.tsx";
import { ProfileViews } from "#components/profile/own/profile-views.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { countMembers } from "#lib/people/census.ts";
import { listOwnCorrections } from "#lib/people/corrections.ts";
import { monogram } from "#lib/people/names.ts";
import { findOwnProfile } from "#lib/people/own-profile.ts";
import { findSuggestion } from "#lib/people/reminders.ts";
import { purposes } from "#lib/people/schema.ts";
import {
  askCorrectionAction,
  findContactsAction,
  putOffSuggestionsAction,
  removePhotoAction,
  restorePhotoAction,
  takeBackCorrectionAction,
  writeSectionAction,
} from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("people.edit");
  return { title: text("title") };
}

export default async function OwnProfilePage({ params, searchParams }: PageProps<"/c/[company]/profile">) {
  const { company } = await params;
  const { open } = await searchParams;
  const viewer = await requireViewer(company);
  const text = await getTranslations("people.edit");
  const [profile, census, corrections, suggestion, eras, companyName] = await Promise.all([
    findOwnProfile(viewer),
    countMembers(viewer),
    listOwnCorrections(viewer),
    findSuggestion(viewer),
    showsEras(),
    nameOfCompany(company),
  ]);
  return (
    <Page>
      <PageHeading title={text("title")} lead={text("lead")} />
      <ProfileViews company={company} current="write" />
      <OwnSections
        company={company}
        companyName={companyName}
        viewer={{ memberId: viewer.memberId, kind: viewer.kind }}
        profile={profile}
        census={census}
        eras={eras}
        corrections={corrections}
        correct={{ askCorrectionAction, takeBackCorrectionAction }}
        purposes={purposes}
        write={writeSectionAction}
        opens={open === "work" ? open : null}
        suggestion={suggestion}
        putOff={putOffSuggestionsAction}
        rehire={{ find: findContactsAction, start: startThreadAction }}
        face={{ monogram: monogram(profile.sections.names) }}
        photo={{ removePhotoAction, restorePhotoAction }}
      />
    </Page>
  );
}
