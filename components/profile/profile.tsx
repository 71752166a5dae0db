import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { yearSpan } from "#components/person/employment.ts";
import { Person } from "#components/person/person.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Person as PersonPage } from "#lib/people/schema.ts";
import { Words } from "./words.tsx";

type ProfileProps = { person: PersonPage; actions?: ReactNode };

/** What a person says of themself. What they did not write is left out. */
export function Profile({ person, actions }: ProfileProps) {
  const text = useTranslations("people");
  return (
    <article>
      <Person
        size="large"
        person={person}
        aside={<span className="tabular-nums">{yearSpan(person.joinedOn, person.leftOn)}</span>}
        actions={person.isViewer ? <p className="text-sm text-ink-soft">{text("profile.own")}</p> : actions}
      />
      {person.about && (
        <Section title={text("profile.aboutTitle")}>
          <p className="max-w-prose whitespace-pre-line">{person.about}</p>
        </Section>
      )}
      {person.purposes.length > 0 && (
        <Section title={text("profile.purposesTitle")}>
          <Words>{person.purposes.map((purpose) => text(`purposes.${purpose}`))}</Words>
        </Section>
      )}
      {person.skills.length > 0 && (
        <Section title={text("profile.skillsTitle")}>
          <Words>{person.skills}</Words>
        </Section>
      )}
    </article>
  );
}
