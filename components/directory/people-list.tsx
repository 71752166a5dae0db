import { useTranslations } from "next-intl";
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

/** When and where they were here, and what of it they share with the viewer. */
function TimeHere({ person: { department, joinedOn, leftOn, overlap } }: { person: DirectoryPerson }) {
  const text = useTranslations("people.directory");
  if (overlap && "department" in overlap) {
    const years = yearSpan(overlap.from, overlap.until);
    return <span className="shared">{text("together", { department: overlap.department, years })}</span>;
  }
  return (
    <>
      {department && <span>{department}</span>}
      {joinedOn && <span>{yearSpan(joinedOn, leftOn)}</span>}
      {overlap && <span className="shared">{text("sameYear")}</span>}
    </>
  );
}

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
            aside={<TimeHere person={person} />}
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
