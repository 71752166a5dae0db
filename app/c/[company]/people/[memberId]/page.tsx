import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getNow, getTimeZone, getTranslations } from "next-intl/server";
import { cache } from "react";
import { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { showsEras } from "#app/c/[company]/eras.ts";
import { noteLook } from "#app/c/[company]/note-look.ts";
import { WriteButton } from "#components/chat/threads/write-button.tsx";
import { NotedLook } from "#components/desk/noted-look.tsx";
import { PersonCorrections } from "#components/desk/person-corrections.tsx";
import { Career, hasCareer } from "#components/profile/career.tsx";
import { Profile } from "#components/profile/profile.tsx";
import { Shared } from "#components/profile/shared.tsx";
import { Page } from "#components/shell/page.tsx";
import { dayOf } from "#components/ui/days.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { noteProfileLook } from "#lib/audit/noting.ts";
import { requireViewer } from "#lib/auth/requests.ts";
import { listSharedGroups } from "#lib/chat/thread-list.ts";
import { NotFound } from "#lib/errors.ts";
import { profileHref } from "#lib/hrefs.ts";
import { findMutualColleagues } from "#lib/people/colleagues.ts";
import { listCorrectionsOf } from "#lib/people/decisions.ts";
import { findPerson } from "#lib/people/people.ts";
import type { Person } from "#lib/people/schema.ts";

type PersonPageProps = { params: Promise<{ company: string; memberId: string }> };

export async function generateMetadata({ params }: PersonPageProps): Promise<Metadata> {
  const { company, memberId } = await params;
  const person = await loadPerson(company, memberId);
  return { title: person?.displayName ?? (await getTranslations("errors.notFoundPage"))("title") };
}

export default async function PersonPage({ params }: PersonPageProps) {
  const { company, memberId } = await params;
  const viewer = await requireViewer(company);
  const [person, groups, colleagues, corrections] = await Promise.all([
    loadPerson(company, memberId),
    listSharedGroups(viewer, memberId),
    findMutualColleagues(viewer, memberId),
    listCorrectionsOf(viewer, memberId),
  ]);
  if (!person) notFound();
  if (person.isViewer) return <OwnPage company={company} person={person} />;
  noteLook(viewer, () => noteProfileLook(viewer, memberId, { corrections: corrections.length > 0 }));
  const text = await getTranslations("people.actions");
  const today = dayOf(await getNow(), await getTimeZone());
  const write = { company, memberId, start: startThreadAction };
  return (
    <Page aside={hasCareer(person) && <Career person={person} eras={await showsEras()} />}>
      <Profile
        person={person}
        actions={<WriteButton {...write} />}
        shared={
          <>
            <PersonCorrections company={company} corrections={corrections} />
            <Shared company={company} person={person} groups={groups} colleagues={colleagues} today={today} />
            <NotedLook role={viewer.role} />
          </>
        }
        purposeAction={(purpose) => (
          <WriteButton
            {...write}
            about={{
              label: text(`${purpose}.label`),
              words: text(`${purpose}.words`, { name: person.displayName }),
              viewerId: viewer.memberId,
            }}
          />
        )}
      />
    </Page>
  );
}

async function OwnPage({ company, person }: { company: string; person: Person }) {
  const text = await getTranslations("people.profile");
  return (
    <Page aside={hasCareer(person) && <Career person={person} eras={await showsEras()} />}>
      <Profile
        person={person}
        own
        actions={<LinkButton href={profileHref(company)}>{text("edit")}</LinkButton>}
      />
    </Page>
  );
}

const loadPerson = cache(async (company: string, memberId: string) => {
  const viewer = await requireViewer(company);
  try {
    return await findPerson(viewer, memberId);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
});
