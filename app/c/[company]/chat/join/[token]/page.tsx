import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { joinGroupAction } from "#app/c/[company]/chat/thread-actions.ts";
import { JoinGroup } from "#components/chat/threads/join-group.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { findGroupByLink } from "#lib/chat/groups.ts";
import { NotFound } from "#lib/errors.ts";

type JoinPageProps = PageProps<"/c/[company]/chat/join/[token]">;

export async function generateMetadata({ params }: JoinPageProps): Promise<Metadata> {
  const { company, token } = await params;
  return { title: (await loadGroup(company, token)).name ?? (await getTranslations("chat"))("title") };
}

export default async function JoinPage({ params }: JoinPageProps) {
  const { company, token } = await params;
  const group = await loadGroup(company, token);
  return <JoinGroup slug={company} group={group} token={token} join={joinGroupAction} />;
}

const loadGroup = cache(async (company: string, token: string) => {
  const viewer = await requireViewer(company);
  try {
    return await findGroupByLink(viewer, token);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
});
