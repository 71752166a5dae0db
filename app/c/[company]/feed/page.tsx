import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyFeed } from "#components/feed/empty-feed.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { listFeed } from "#lib/feed/lines.ts";
import { feedCursorSchema } from "#lib/feed/schema.ts";
import { pack } from "#lib/packed.ts";
import { countMembers } from "#lib/people/census.ts";
import { findEmployerToConfirm } from "#lib/people/reminders.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { FeedView } from "./feed-view.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("feed");
  return { title: text("title") };
}

type FeedPageProps = {
  params: Promise<{ company: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
};

export default async function FeedPage({ params, searchParams }: FeedPageProps) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const before = feedCursorSchema.parse((await searchParams).before);
  const [page, census, employer] = await Promise.all([
    listFeed(viewer, feedLoaders, before),
    countMembers(viewer),
    findEmployerToConfirm(viewer),
  ]);
  return (
    <FeedView
      company={company}
      page={pack(page)}
      isNewest={!before}
      census={census}
      employer={employer}
      empty={page.lines.length === 0 && <EmptyFeed company={company} />}
    />
  );
}
