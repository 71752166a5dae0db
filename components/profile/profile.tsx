import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { yearSpan } from "#components/person/employment.ts";
import { Person } from "#components/person/person.tsx";
import { Together } from "#components/person/together.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Tea } from "#components/ui/illustrations/tea.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Person as PersonPage, Purpose } from "#lib/people/schema.ts";
import { Details } from "./details.tsx";
import { hasOccupation, Occupation } from "./occupation.tsx";
import { OpenTo } from "./open-to.tsx";
import { WebLinks } from "./web-links.tsx";
import { Words } from "./words.tsx";

type ProfileProps = {
  person: PersonPage;
  actions?: ReactNode;
  /** What they share with the reader. */
  shared?: ReactNode;
  /** What the reader can do about something that they are open to. */
  purposeAction?: (purpose: Purpose) => ReactNode;
  /** Their own page, to be written on. */
  own?: boolean;
};

/** What a person says of themself. What they did not write, or do not show, is left out, and the two are never told apart. */
export function Profile({ person, actions, shared, purposeAction, own = false }: ProfileProps) {
  const text = useTranslations("people.profile");
  const sections = [
    person.purposes.length > 0 && (
      <Section key="purposes" title={text("purposesTitle")}>
        <OpenTo purposes={person.purposes} action={purposeAction} />
      </Section>
    ),
    person.about && (
      <Section key="about" title={text("aboutTitle")}>
        <p className="max-w-prose whitespace-pre-line">{person.about}</p>
      </Section>
    ),
    hasOccupation(person) && (
      <Section key="now" title={text("nowTitle")}>
        <Occupation person={person} />
      </Section>
    ),
    person.skills.length > 0 && (
      <Section key="skills" title={text("skillsTitle")}>
        <Words>{person.skills}</Words>
      </Section>
    ),
    person.details.length > 0 && (
      <Section key="details" title={text("detailsTitle")}>
        <Details details={person.details} />
      </Section>
    ),
    person.links.length > 0 && (
      <Section key="links" title={text("linksTitle")}>
        <WebLinks links={person.links} />
      </Section>
    ),
  ].filter(Boolean);
  return (
    <article>
      <Person
        size="large"
        person={person}
        aside={
          <>
            <span className="tabular-nums empty:hidden">{yearSpan(person.joinedOn, person.leftOn)}</span>
            {person.overlap && <Together overlap={person.overlap} />}
          </>
        }
        actions={actions}
      />
      {shared}
      {sections.length > 0 ? (
        sections
      ) : (
        <EmptyState small picture={<Tea />} title={text("emptyTitle")}>
          {text(own ? "emptyOwnText" : "emptyText")}
        </EmptyState>
      )}
    </article>
  );
}
