import { Person } from "#components/person/person.tsx";
import { yearSpan } from "#components/profile/employment.ts";
import { List, ListItem } from "#components/ui/list.tsx";
import type { DirectoryPerson } from "#lib/people/schema.ts";

type PeopleListProps = { label: string; company: string; people: readonly DirectoryPerson[] };

export function PeopleList({ label, company, people }: PeopleListProps) {
  return (
    <List label={label}>
      {people.map((person) => (
        <ListItem key={person.memberId}>
          <Person
            size="medium"
            person={person}
            href={`/c/${company}/people/${person.memberId}`}
            aside={
              <span className="flex flex-wrap gap-x-3">
                <span>{person.department}</span>
                <span className="tabular-nums">{yearSpan(person.joinedOn, person.leftOn)}</span>
              </span>
            }
          />
        </ListItem>
      ))}
    </List>
  );
}
