import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { WriteButton } from "#components/chat/threads/write-button.tsx";
import { Career } from "#components/profile/career.tsx";
import { Profile } from "#components/profile/profile.tsx";
import { Page } from "#components/shell/page.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { NotFound } from "#lib/errors.ts";
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
  return (
    <Page aside={<Career person={person} />}>
      <Profile
        person={person}
        actions={<WriteButton company={company} memberId={memberId} start={startThreadAction} />}
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
