import type { ComponentType } from "react";
import type { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { yearSpan } from "#components/person/employment.ts";
import { Person } from "#components/person/person.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import { personHref } from "#lib/hrefs.ts";
import type { DirectoryPerson } from "#lib/people/schema.ts";

type PersonActionProps = {
  company: string;
  person: Pick<DirectoryPerson, "memberId" | "displayName">;
  start: typeof startThreadAction;
};

/**
 * What one can do with each person of the list but oneself: a button at the line's end, there while its group/person is pointed at. A
 * page shows it once its scripts run, without which it does nothing.
 */
export type PersonAction = {
  Button: ComponentType<PersonActionProps>;
  start: PersonActionProps["start"];
  viewerId: string;
};

type PeopleListProps = {
  label?: string;
  labelledBy?: string;
  company: string;
  people: readonly DirectoryPerson[];
  action: PersonAction;
};

/** Rendered by the browser too, so that what travels for a person is no more than what is said of them. */
export function PeopleList({
  company,
  people,
  action: { Button, start, viewerId },
  ...names
}: PeopleListProps) {
  const hydrated = useHydrated();
  return (
    <List {...names}>
      {people.map((person) => (
        <ListItem key={person.memberId} className="group/person person-row">
          <Person
            size="medium"
            person={person}
            href={personHref(company, person.memberId)}
            aside={
              <>
                <span>{person.department}</span>
                <span>{yearSpan(person.joinedOn, person.leftOn)}</span>
              </>
            }
          />
          {hydrated && person.memberId !== viewerId && (
            <div className="absolute inset-y-0 end-3 grid place-items-center">
              <Button company={company} person={person} start={start} />
            </div>
          )}
        </ListItem>
      ))}
    </List>
  );
}
