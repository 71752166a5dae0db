import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { showsEras } from "#app/c/[company]/eras.ts";
import { Career, hasCareer } from "#components/profile/career.tsx";
import { ProfileViews } from "#components/profile/own/profile-views.tsx";
import { SeenAs } from "#components/profile/own/seen-as.tsx";
import { Profile } from "#components/profile/profile.tsx";
import { Page } from "#components/shell/page.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { viewerKinds } from "#lib/people/audiences.ts";
import { findOwnPageAs } from "#lib/people/people.ts";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("people.edit.as");
  return { title: text("title") };
}

/** One's own page by the rule that holds for others. */
export default async function OwnPageAs({ params }: PageProps<"/c/[company]/profile/as/[kind]">) {
  const { company, kind: asked } = await params;
  const eyes = [...viewerKinds, "CONTACT" as const].find((one) => one.toLowerCase() === asked);
  const viewer = await requireViewer(company);
  if (!eyes) notFound();
  const { person, contact } = await findOwnPageAs(viewer, eyes);
  if (!person) notFound();
  return (
    <Page aside={hasCareer(person) && <Career person={person} eras={await showsEras()} />}>
      <ProfileViews company={company} current="as" />
      <SeenAs company={company} eyes={eyes} all={contact ? [...viewerKinds, "CONTACT"] : viewerKinds} />
      <Profile person={person} />
    </Page>
  );
}
