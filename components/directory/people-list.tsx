import type { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { WriteIcon } from "#components/chat/threads/write-icon.tsx";
import { Person } from "#components/person/person.tsx";
import { yearSpan } from "#components/profile/employment.ts";
import { List, ListItem } from "#components/ui/list.tsx";
import type { DirectoryPerson } from "#lib/people/schema.ts";

/** How one writes to people of the list, and who one is oneself. */
export type Writing = { viewerId: string; start: typeof startThreadAction };

type PeopleListProps = {
  label: string;
  company: string;
  people: readonly DirectoryPerson[];
  writing: Writing;
};

export function PeopleList({ label, company, people, writing: { viewerId, start } }: PeopleListProps) {
  return (
    <List label={label}>
      {people.map((person) => (
        <ListItem key={person.memberId}>
          <div className="group/person">
            <Person
              size="medium"
              person={person}
              href={`/c/${company}/people/${person.memberId}`}
              aside={
                <span className="flex flex-wrap gap-x-3 pe-11">
                  <span>{person.department}</span>
                  <span className="tabular-nums">{yearSpan(person.joinedOn, person.leftOn)}</span>
                </span>
              }
            />
            {person.memberId !== viewerId && (
              <WriteIcon
                company={company}
                person={{ memberId: person.memberId, displayName: person.displayName }}
                start={start}
              />
            )}
          </div>
        </ListItem>
      ))}
    </List>
  );
}
