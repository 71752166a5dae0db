import { useFormatter, useTranslations } from "next-intl";
import type { ComponentType } from "react";
import type { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { yearSpan } from "#components/person/employment.ts";
import { Person } from "#components/person/person.tsx";
import { Together } from "#components/person/together.tsx";
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

/** What one reads under a name: where they are now and what they say of themselves, which may say it too. */
function lineOf({ employer, employerTitle, headline }: DirectoryPerson, between: string): string | null {
  const now = [employer, employerTitle].filter(Boolean).join(" ");
  if (!now || (employer && headline?.includes(employer))) return headline;
  return headline ? `${now}${between}${headline}` : now;
}

/** When and where they were here, what of it they share with the viewer, and when they came back, where that is the order. */
function TimeHere({ person }: { person: DirectoryPerson }) {
  const { department, joinedOn, leftOn, overlap, arrivedAt } = person;
  const saysAll = overlap !== undefined && "department" in overlap;
  return (
    <>
      {!saysAll && department && <span>{department}</span>}
      {!saysAll && joinedOn && <span>{yearSpan(joinedOn, leftOn)}</span>}
      {overlap && <Together overlap={overlap} />}
      {arrivedAt && <Arrived at={arrivedAt} />}
    </>
  );
}

function Arrived({ at }: { at: string }) {
  const text = useTranslations("people.directory");
  const format = useFormatter();
  const day = format.dateTime(new Date(at), { year: "numeric", month: "short", day: "numeric" });
  return <span>{text("arrived", { day })}</span>;
}

/** Rendered by the browser too, so that what travels for a person is no more than what is said of them. */
export function PeopleList({
  company,
  people,
  action: { Button, start, viewerId },
  ...names
}: PeopleListProps) {
  const text = useTranslations("people.directory");
  const hydrated = useHydrated();
  return (
    <List {...names}>
      {people.map((person) => (
        <ListItem key={person.memberId} className="group/person person-row">
          <Person
            size="medium"
            person={{ ...person, headline: lineOf(person, text("between")) }}
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
