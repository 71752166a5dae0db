import type { ReactNode } from "react";
import { yearSpan } from "#components/person/employment.ts";
import { Person } from "#components/person/person.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { personHref } from "#lib/hrefs.ts";
import type { DirectoryPerson } from "#lib/people/schema.ts";

/** What one can do with a person of the list: a button at the line's end, there while its group/person is pointed at. */
export type PersonAction = (person: DirectoryPerson) => ReactNode;

type PeopleListProps = {
  label: string;
  company: string;
  people: readonly DirectoryPerson[];
  action: PersonAction;
};

export function PeopleList({ label, company, people, action }: PeopleListProps) {
  return (
    <List label={label}>
      {people.map((person) => (
        <ListItem key={person.memberId}>
          <div className="group/person">
            <Person
              size="medium"
              person={person}
              href={personHref(company, person.memberId)}
              aside={
                <span className="flex flex-wrap gap-x-3 pe-10">
                  <span>{person.department}</span>
                  <span className="tabular-nums">{yearSpan(person.joinedOn, person.leftOn)}</span>
                </span>
              }
            />
            {action(person)}
          </div>
        </ListItem>
      ))}
    </List>
  );
}
