import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyDirectory } from "#components/directory/empty-directory.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { prefectureName } from "#lib/people/prefectures.ts";
import { directoryQuerySchema } from "#lib/people/schema.ts";
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
  const page = await listDirectory(viewer, query);
  const locale = (await getLocale()) === "ja" ? "ja" : "en";
  const areaName = (code: string) => prefectureName(code, locale);
  return (
    <DirectoryView
      company={company}
      viewerId={viewer.memberId}
      query={query}
      page={page}
      areaNames={Object.fromEntries(query.area.map((code) => [code, areaName(code) ?? code]))}
      empty={
        page.people.length === 0 && <EmptyDirectory company={company} query={query} areaName={areaName} />
      }
    />
  );
}
