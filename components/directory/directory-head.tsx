import { useTranslations } from "next-intl";
import { type Asked, directoryHref, directoryParameters } from "#components/navigation/directory-href.ts";
import { ListSearch } from "#components/navigation/list-search.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { SegmentedLinks } from "#components/ui/segmented-links.tsx";
import type { DirectoryFilters } from "#lib/people/directory-query.ts";
import type { DirectoryPage } from "#lib/people/schema.ts";
import { ChosenFilters, FilterLine, FilterSheetButton } from "./directory-filters.tsx";
import { SavedSearches } from "./saved-searches.tsx";
import { SortMenu } from "./sort-menu.tsx";
import { useNarrowing } from "./use-narrowing.ts";
import type { SearchActions } from "./use-saved-searches.ts";

type DirectoryHeadProps = {
  company: string;
  filters: DirectoryFilters;
  asked: Asked;
  page: Pick<DirectoryPage, "total" | "atLeast">;
  actions: SearchActions;
};

/** What one asks the directory, and how many answer. The number is also heard: it changes while one types and chooses. */
export function DirectoryHead({ company, filters, asked, page, actions }: DirectoryHeadProps) {
  const text = useTranslations("people.directory");
  const { wanted, moving, narrow } = useNarrowing(company, asked);
  const { total, short } = useTotal(asked, page);
  const narrowing = { ...filters, company, wanted, narrow };
  return (
    // On a phone the number stands beside the title, so that a screen holds six people.
    <div
      data-searching={moving ? "" : undefined}
      className="mb-2 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-6 sm:mb-6"
    >
      <PageHeading title={text("title")} />
      <div className="col-span-2 row-start-2 flex gap-2">
        <div className="min-w-0 flex-1">
          <ListSearch
            action={directoryHref(company)}
            others={directoryParameters({ ...asked, q: "" })}
            q={asked.q}
            moving={moving}
            words={{
              label: text("search.label"),
              placeholder: text("search.placeholder"),
              submit: text("submit"),
            }}
            onSearch={(q) => narrow({ q }, "search")}
          />
        </div>
        <SavedSearches company={company} fields={filters.fields} wanted={wanted} actions={actions} />
      </div>
      <div className="col-span-2 row-start-3 mt-3 flex flex-wrap items-center justify-between gap-2 sm:col-span-1 sm:mt-4">
        <KindLinks company={company} asked={wanted} />
        <FilterSheetButton {...narrowing} total={short} />
      </div>
      <div className="mb-4 flex items-center justify-end gap-4 sm:row-start-3 sm:mt-4 sm:mb-0">
        <p role="status" className="text-end text-sm text-ink-soft tabular-nums">
          {total}
        </p>
        <div className="max-sm:hidden">
          <SortMenu sort={wanted.sort} narrow={narrow} />
        </div>
      </div>
      <div className="col-span-2 sm:mt-4">
        <FilterLine {...narrowing} />
        <ChosenFilters {...narrowing} />
      </div>
    </div>
  );
}

/** How many answer: in words, and in few. */
function useTotal({ q }: Asked, { total: count, atLeast }: DirectoryHeadProps["page"]) {
  const text = useTranslations("people.directory");
  const short = text(atLeast ? "countAtLeast" : "count", { count });
  if (q === "") return { total: short, short };
  return { total: atLeast ? text("atLeast", { count }) : text("found", { q, count }), short };
}

type KindLinksProps = { company: string; asked: Asked };

/** Everybody, alumni or employees; what else is asked stays. */
function KindLinks({ company, asked }: KindLinksProps) {
  const text = useTranslations("people.directory.kinds");
  const choices = [
    { kind: undefined, label: text("all") },
    { kind: "ALUMNUS", label: text("ALUMNUS") },
    { kind: "EMPLOYEE", label: text("EMPLOYEE") },
  ] as const;
  return (
    <SegmentedLinks
      label={text("label")}
      links={choices.map(({ kind, label }) => ({
        href: directoryHref(company, { ...asked, kind }),
        label,
        current: kind === asked.kind,
      }))}
    />
  );
}
