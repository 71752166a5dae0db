import { useTranslations } from "next-intl";
import { directoryHref } from "#components/navigation/directory-href.ts";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { SegmentedLinks } from "#components/ui/segmented-links.tsx";
import type { MemberKind } from "#lib/auth/schema.ts";
import type { DirectoryPage, DirectoryQuery } from "#lib/people/schema.ts";
import { DirectorySearch } from "./directory-search.tsx";

type DirectoryHeadProps = {
  company: string;
  query: DirectoryQuery;
  page: Pick<DirectoryPage, "total" | "atLeast">;
};

/** What one asks the directory, and how many answer. The number is also heard: it changes while one types. */
export function DirectoryHead({ company, query: { q, kind }, page: { total, atLeast } }: DirectoryHeadProps) {
  const text = useTranslations("people.directory");
  return (
    // On a phone the number stands beside the title, so that a screen holds six people.
    <div className="mb-2 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-6 sm:mb-6">
      <PageHeading title={text("title")} />
      <div className="col-span-2 row-start-2">
        <DirectorySearch company={company} q={q} kind={kind} />
      </div>
      <div className="col-span-2 row-start-3 mt-3 sm:col-span-1 sm:mt-4">
        <KindLinks company={company} q={q} kind={kind} />
      </div>
      <p
        role="status"
        className="mb-4 text-end text-sm text-ink-soft tabular-nums sm:row-start-3 sm:mt-4 sm:mb-0"
      >
        {atLeast && text("atLeast", { count: total })}
        {!atLeast && (q === "" ? text("count", { count: total }) : text("found", { q, count: total }))}
      </p>
    </div>
  );
}

type KindLinksProps = { company: string; q: string; kind?: MemberKind };

/** Everybody, alumni or employees; what is searched for stays. */
function KindLinks({ company, q, kind }: KindLinksProps) {
  const text = useTranslations("people.directory.kinds");
  const choices = [
    { kind: undefined, label: text("all") },
    { kind: "ALUMNUS", label: text("ALUMNUS") },
    { kind: "EMPLOYEE", label: text("EMPLOYEE") },
  ] as const;
  return (
    <SegmentedLinks
      label={text("label")}
      links={choices.map((choice) => ({
        href: directoryHref(company, { q, kind: choice.kind }),
        label: choice.label,
        current: choice.kind === kind,
      }))}
    />
  );
}
