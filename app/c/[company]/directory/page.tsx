import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { WriteIcon } from "#components/chat/threads/write-icon.tsx";
import { DirectoryHead } from "#components/directory/directory-head.tsx";
import { DirectoryResults } from "#components/directory/directory-results.tsx";
import { RowLinks } from "#components/directory/row-links.tsx";
import { Page } from "#components/shell/page.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("people.directory");
  return { title: text("title") };
}

type DirectoryPageProps = {
  params: Promise<{ company: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DirectoryPage({ params, searchParams }: DirectoryPageProps) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const query = directoryQuerySchema.parse(await searchParams);
  const page = await listDirectory(viewer, query);
  const rows = <RowLinks company={company} kind={query.kind} rows={page.rows} />;
  return (
    <Page aside={<div className="sticky top-14 max-xl:hidden">{rows}</div>}>
      <div className="group/directory">
        <DirectoryHead company={company} query={query} page={page} />
        <div className="xl:hidden">{rows}</div>
        <DirectoryResults
          company={company}
          query={query}
          page={page}
          action={{ Button: WriteIcon, start: startThreadAction, viewerId: viewer.memberId }}
        />
      </div>
    </Page>
  );
}
