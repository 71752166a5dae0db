import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { sendMessageAction } from "#app/c/[company]/chat/frame-actions.ts";
import { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { nameOfCompany } from "#app/c/[company]/company-name.ts";
import { showsEras } from "#app/c/[company]/eras.ts";
import {
  askCorrectionAction,
  findContactsAction,
  putOffSuggestionsAction,
  removePhotoAction,
  restorePhotoAction,
  takeBackCorrectionAction,
  writeSectionAction,
} from "#app/c/[company]/profile/actions.ts";
import { audiencesOf, limitsOf } from "#components/profile/own/audiences.ts";
import { stepOf } from "#components/profile/welcome/steps.ts";
import { Welcome } from "#components/profile/welcome/welcome.tsx";
import { Page } from "#components/shell/page.tsx";
import { findMemberships, requireViewer } from "#lib/auth/requests.ts";
import { homeHref } from "#lib/hrefs.ts";
import { audienceFields } from "#lib/people/audiences.ts";
import { countMembers } from "#lib/people/census.ts";
import { listOwnCorrections } from "#lib/people/corrections.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { displayName, monogram } from "#lib/people/names.ts";
import { findOwnProfile } from "#lib/people/own-profile.ts";
import { purposes } from "#lib/people/schema.ts";
import { endWelcomeAction } from "./actions.ts";

/** How many one may greet at once. */
const maxGreeted = 5;

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("joining.welcome");
  return { title: text("title") };
}

/** What somebody who has just come in is asked, one thing at a time; all of it can wait. */
export default async function WelcomePage({ params, searchParams }: PageProps<"/c/[company]/welcome">) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const membership = (await findMemberships()).find(({ slug }) => slug === company);
  if (membership?.welcomed) redirect(homeHref(company));
  const step = stepOf((await searchParams).step);
  const [own, census, corrections, eras, companyName, known] = await Promise.all([
    findOwnProfile(viewer),
    countMembers(viewer),
    listOwnCorrections(viewer),
    showsEras(),
    nameOfCompany(company),
    step === "people" ? listDirectory(viewer, directoryQuerySchema.parse({ with: "me" })) : null,
  ]);
  const names = own.sections.names;
  return (
    <Page>
      <Welcome
        step={step}
        name={displayName(names)}
        people={known?.people.slice(0, maxGreeted) ?? []}
        end={endWelcomeAction}
        greet={{ start: startThreadAction, send: sendMessageAction }}
        presets={{
          fields: [...audienceFields, ...own.fields.map(({ id }) => id)],
          audiences: audiencesOf(own),
          limits: { company: companyName, of: limitsOf(own) },
        }}
        own={{
          company,
          companyName,
          viewer: { memberId: viewer.memberId, kind: viewer.kind },
          profile: own,
          census,
          eras,
          corrections,
          correct: { askCorrectionAction, takeBackCorrectionAction },
          purposes,
          write: writeSectionAction,
          opens: null,
          suggestion: null,
          putOff: putOffSuggestionsAction,
          rehire: { find: findContactsAction, start: startThreadAction },
          face: { monogram: monogram(names) },
          photo: { removePhotoAction, restorePhotoAction },
        }}
      />
    </Page>
  );
}
