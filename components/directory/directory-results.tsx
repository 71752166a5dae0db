import { useTranslations } from "next-intl";
import { ArrowKeys } from "#components/ui/arrow-keys.tsx";
import type { DirectoryPage, DirectoryQuery } from "#lib/people/schema.ts";
import { DirectoryRows } from "./directory-rows.tsx";
import { EmptyDirectory } from "./empty-directory.tsx";
import { PageLinks } from "./page-links.tsx";
import { PeopleList, type PersonAction } from "./people-list.tsx";

type DirectoryResultsProps = {
  company: string;
  query: DirectoryQuery;
  page: DirectoryPage;
  action: PersonAction;
};

/** One page of the answer: under its headings while one leafs through it, as one list when something was searched for. */
export function DirectoryResults({ company, query, page, action }: DirectoryResultsProps) {
  const text = useTranslations("people.directory");
  if (page.people.length === 0) return <EmptyDirectory company={company} query={query} />;
  return (
    <div className="transition-opacity delay-200 group-has-data-searching/directory:opacity-50">
      <ArrowKeys>
        {query.q === "" ? (
          <DirectoryRows company={company} people={page.people} action={action} />
        ) : (
          <PeopleList label={text("list")} company={company} people={page.people} action={action} />
        )}
      </ArrowKeys>
      <PageLinks company={company} query={query} next={page.next} />
    </div>
  );
}
