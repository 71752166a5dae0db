import type { ReactNode } from "react";
import { yearSpan } from "#components/person/employment.ts";
import { Person } from "#components/person/person.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { personHref } from "#lib/hrefs.ts";
import type { DirectoryPerson } from "#lib/people/schema.ts";

/** What one can do with a person of the list: a button at the line's end, which shows while its group/person is pointed at. */
export type PersonAction = (person: DirectoryPerson) => ReactNode;

type PeopleListProps = {
  label?: string;
  labelledBy?: string;
  company: string;
  people: readonly DirectoryPerson[];
  action: PersonAction;
};

export function PeopleList({ company, people, action, ...names }: PeopleListProps) {
  return (
    <List {...names}>
      {people.map((person) => (
        <ListItem key={person.memberId} className="group/person flex items-center gap-2">
          <Person
            size="medium"
            person={person}
            href={personHref(company, person.memberId)}
            aside={
              <>
                <span>{person.department}</span>
                <span className="tabular-nums">{yearSpan(person.joinedOn, person.leftOn)}</span>
              </>
            }
          />
          {/* Kept free where there is no button, so that all lines end alike. */}
          <div className="relative z-1 size-11 shrink-0">{action(person)}</div>
        </ListItem>
      ))}
    </List>
  );
}
