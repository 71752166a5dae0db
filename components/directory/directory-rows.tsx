import { useTranslations } from "next-intl";
import type { DirectoryPerson } from "#lib/people/schema.ts";
import { PeopleList, type PersonAction } from "./people-list.tsx";
import { useRowLabel } from "./row-label.ts";

type DirectoryRowsProps = { company: string; people: readonly DirectoryPerson[]; action: PersonAction };

/** People under the heading of their reading, which hangs in the margin where there is one. */
export function DirectoryRows({ company, people, action }: DirectoryRowsProps) {
  const text = useTranslations("people.directory");
  const label = useRowLabel();
  return groupByRow(people).map(({ row, members }) => (
    <section key={members[0]?.memberId} className="grid gap-x-6 pt-6 sm:grid-cols-[2rem_1fr]">
      <h2 className="pb-2 text-xl font-medium text-accent-ink sm:sticky sm:top-6 sm:self-start sm:pt-4">
        <span aria-hidden="true">{row ?? text("otherRow")}</span>
        <span className="sr-only">{label(row)}</span>
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
