import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { WriteButton } from "#components/chat/threads/write-button.tsx";
import { Career, hasCareer } from "#components/profile/career.tsx";
import { Profile } from "#components/profile/profile.tsx";
import { Page } from "#components/shell/page.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { NotFound } from "#lib/errors.ts";
import { profileHref } from "#lib/hrefs.ts";
import { findPerson } from "#lib/people/people.ts";

type PersonPageProps = { params: Promise<{ company: string; memberId: string }> };

export async function generateMetadata({ params }: PersonPageProps): Promise<Metadata> {
  const { company, memberId } = await params;
  const person = await loadPerson(company, memberId);
  return { title: person?.displayName ?? (await getTranslations("errors.notFoundPage"))("title") };
}

export default async function PersonPage({ params }: PersonPageProps) {
  const { company, memberId } = await params;
  const person = await loadPerson(company, memberId);
  if (!person) notFound();
  const text = await getTranslations("people.profile");
  return (
    <Page aside={hasCareer(person) && <Career person={person} />}>
      <Profile
        person={person}
        own={person.isViewer}
        actions={
          person.isViewer ? (
            <LinkButton href={profileHref(company)}>{text("edit")}</LinkButton>
          ) : (
            <WriteButton company={company} memberId={memberId} start={startThreadAction} />
          )
        }
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
