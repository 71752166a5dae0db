import { useTranslations } from "next-intl";
import { type Asked, directoryHref } from "#components/navigation/directory-href.ts";
import { ArrowKeys } from "#components/ui/arrow-keys.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { DirectoryPage, DirectoryPerson } from "#lib/people/schema.ts";
import { PeopleList, type PersonAction } from "./people-list.tsx";
import { useRowLabel } from "./row-label.ts";

type DirectoryResultsProps = {
  company: string;
  asked: Asked;
  /** It is not the answer's first page. */
  started: boolean;
  page: DirectoryPage;
  action: PersonAction;
};

/** One page of the answer: under its headings while one leafs through it, as one list when something was asked for. */
export function DirectoryResults({ company, asked, started, page, action }: DirectoryResultsProps) {
  const text = useTranslations("people.directory");
  return (
    <div className="transition-opacity delay-200 group-has-data-searching/directory:opacity-50">
      <ArrowKeys>
        {page.rows.length > 0 ? (
          <DirectoryRows company={company} people={page.people} action={action} />
        ) : (
          <PeopleList label={text("list")} company={company} people={page.people} action={action} />
        )}
      </ArrowKeys>
      <PageLinks company={company} asked={asked} started={started} next={page.next} />
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

type PageLinksProps = { company: string; asked: Asked; started: boolean; next: string | null };

function PageLinks({ company, asked, started, next }: PageLinksProps) {
  const text = useTranslations("people.directory");
  if (!next && !started) return null;
  return (
    <nav aria-label={text("pages")} className="mt-6 flex flex-wrap justify-between gap-3">
      {next && (
        <LinkButton href={directoryHref(company, { ...asked, after: next })}>{text("next")}</LinkButton>
      )}
      {started && (
        <LinkButton variant="quiet" href={directoryHref(company, asked)}>
          {text("first")}
        </LinkButton>
      )}
    </nav>
  );
}
