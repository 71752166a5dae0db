import { useTranslations } from "next-intl";
import { PageHeading } from "#components/ui/page-heading.tsx";
import type { DirectoryPage, DirectoryQuery } from "#lib/people/schema.ts";
import { DirectorySearch } from "./directory-search.tsx";
import { KindLinks } from "./kind-links.tsx";

type DirectoryHeadProps = {
  company: string;
  query: DirectoryQuery;
  page: Pick<DirectoryPage, "total" | "atLeast">;
};

/** What one asks the directory, and how many answer. The number is also heard: it changes while one types. */
export function DirectoryHead({ company, query: { q, kind }, page: { total, atLeast } }: DirectoryHeadProps) {
  const text = useTranslations("people.directory");
  return (
    <>
      <PageHeading title={text("title")} />
      <DirectorySearch company={company} q={q} kind={kind} />
      <div className="mt-4 mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <KindLinks company={company} q={q} kind={kind} />
        <p role="status" className="text-sm text-ink-soft tabular-nums">
          {atLeast && text("atLeast", { count: total })}
          {!atLeast && (q === "" ? text("count", { count: total }) : text("found", { q, count: total }))}
        </p>
      </div>
    </>
  );
}
