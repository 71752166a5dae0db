import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findInCompanyAction } from "#app/c/[company]/palette-actions.ts";
import { WhoIsHere } from "#components/chat/threads/who-is-here.tsx";
import { CensusNote } from "#components/feed/census-note.tsx";
import { Feed } from "#components/feed/feed.tsx";
import { JoinedLine } from "#components/feed/joined-line.tsx";
import { NewLines } from "#components/feed/new-lines.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { listFeed } from "#lib/feed/lines.ts";
import { feedCursorSchema } from "#lib/feed/schema.ts";
import { homeHref } from "#lib/hrefs.ts";
import { countMembers } from "#lib/people/census.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { countNewLinesAction } from "./actions.ts";

// What shows the lines of each kind.
const views = { JOINED: JoinedLine };

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
  const [page, census, text] = await Promise.all([
    listFeed(viewer, feedLoaders, before),
    countMembers(viewer),
    getTranslations("feed"),
  ]);
  return (
    <Page
      aside={
        <div className="grid gap-4 xl:sticky xl:top-16">
          <CensusNote company={company} census={census} />
          <WhoIsHere company={company} find={findInCompanyAction} />
        </div>
      }
    >
      {!before && (
        <NewLines
          key={page.newest}
          countNewLines={countNewLinesAction.bind(null, company, { after: page.newest ?? undefined })}
          href={homeHref(company)}
        />
      )}
      <PageHeading title={text("title")} />
      <Feed company={company} page={page} isNewest={!before} views={views} />
    </Page>
  );
}
