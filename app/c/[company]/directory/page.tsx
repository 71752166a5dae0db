import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { noteLook } from "#app/c/[company]/note-look.ts";
import { EmptyDirectory } from "#components/directory/empty-directory.tsx";
import { noteFinds } from "#lib/audit/noting.ts";
import { requireViewer } from "#lib/auth/requests.ts";
import { pack } from "#lib/packed.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema, isNarrowed } from "#lib/people/directory-query.ts";
import { listFilters } from "#lib/people/filters.ts";
import { DirectoryView } from "./directory-view.tsx";

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
  const [page, filters] = await Promise.all([listDirectory(viewer, query), listFilters(viewer)]);
  if (isNarrowed(query) && page.people.length > 0) {
    const found = page.people.map(({ memberId }) => memberId);
    noteLook(viewer, () => noteFinds(viewer, query, found));
  }
  return (
    <DirectoryView
      company={company}
      filters={filters}
      viewerId={viewer.memberId}
      query={query}
      page={pack(page)}
      empty={
        page.people.length === 0 && <EmptyDirectory company={company} fields={filters.fields} query={query} />
      }
    />
  );
}
