import { useTranslations } from "next-intl";
import { directoryHref } from "#components/navigation/directory-href.ts";
import { ArrowKeys } from "#components/ui/arrow-keys.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { DirectoryPage, DirectoryPerson, DirectoryQuery } from "#lib/people/schema.ts";
import { PeopleList, type PersonAction } from "./people-list.tsx";
import { useRowLabel } from "./row-label.ts";

type DirectoryResultsProps = {
  company: string;
  query: DirectoryQuery;
  page: DirectoryPage;
  action: PersonAction;
};

/** One page of the answer: under its headings while one leafs through it, as one list when something was searched for. */
export function DirectoryResults({ company, query, page, action }: DirectoryResultsProps) {
  const text = useTranslations("people.directory");
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

type DirectoryRowsProps = { company: string; people: readonly DirectoryPerson[]; action: PersonAction };

/** People under the heading of their reading, which hangs in the margin where there is one. */
function DirectoryRows({ company, people, action }: DirectoryRowsProps) {
  const text = useTranslations("people.directory");
  const label = useRowLabel();
  return groupByRow(people).map(({ row, members }) => (
    <section
      key={members[0]?.memberId}
      className="grid grid-cols-1 gap-x-4 pb-6 sm:grid-cols-[2rem_minmax(0,1fr)]"
    >
      <h2 className="px-3 pb-1 font-mincho text-lg font-semibold text-accent-ink sm:sticky sm:top-6 sm:self-start sm:px-0 sm:pt-4">
        <span aria-hidden="true">{row ?? text("otherRow")}</span>
        <span className="sr-only font-sans">{label(row)}</span>
      </h2>
      <PeopleList label={label(row)} company={company} people={members} action={action} />
    </section>
  ));
}

type Group = { row: string | null; members: DirectoryPerson[] };

function groupByRow(people: readonly DirectoryPerson[]): Group[] {
  const groups: Group[] = [];
  for (const person of people) {
    const group = groups.at(-1);
    if (group && group.row === person.row) group.members.push(person);
    else groups.push({ row: person.row, members: [person] });
  }
  return groups;
}

type PageLinksProps = { company: string; query: DirectoryQuery; next: string | null };

function PageLinks({ company, query: { q, kind, from, after }, next }: PageLinksProps) {
  const text = useTranslations("people.directory");
  const started = Boolean(from ?? after);
  if (!next && !started) return null;
  return (
    <nav aria-label={text("pages")} className="mt-6 flex flex-wrap justify-between gap-3">
      {next && (
        <LinkButton href={directoryHref(company, { q, kind, after: next })}>{text("next")}</LinkButton>
      )}
      {started && (
        <LinkButton variant="quiet" href={directoryHref(company, { q, kind })}>
          {text("first")}
        </LinkButton>
      )}
    </nav>
  );
}
