import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Person } from "#components/person/person.tsx";
import { BareList } from "#components/ui/list.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { personHref, threadHref } from "#lib/hrefs.ts";
import type { MutualColleagues, Person as PersonPage } from "#lib/people/schema.ts";
import { lanesOf } from "./lane-years.ts";
import { Lanes } from "./lanes.tsx";

type SharedProps = {
  company: string;
  person: PersonPage;
  groups: readonly { id: string; name: string }[];
  colleagues: MutualColleagues;
  /** By the server's clock, YYYY-MM-DD. */
  today: string;
};

/** What a person and the reader share: their time here, the people with whom both worked, the groups that both are in. Nothing where there is nothing. */
export function Shared({ company, person, groups, colleagues, today }: SharedProps) {
  const text = useTranslations("people.shared");
  const own = person.beside;
  const lanes = own && lanesOf(own, person, today);
  if (!lanes && groups.length === 0 && colleagues.total === 0) return null;
  return (
    <Section title={text("title")}>
      <div className="grid gap-6">
        {lanes && <Lanes person={person} own={own} lanes={lanes} />}
        {colleagues.total > 0 && (
          <Part title={text("colleagues")}>
            <Colleagues company={company} colleagues={colleagues} />
          </Part>
        )}
        {groups.length > 0 && (
          <Part title={text("groups")}>
            <BareList className="flex flex-wrap gap-x-6 gap-y-1">
              {groups.map(({ id, name }) => (
                <li key={id}>
                  <TextLink href={threadHref(company, id)} className="inline-flex min-h-6 items-center">
                    {name || text("unnamedGroup")}
                  </TextLink>
                </li>
              ))}
            </BareList>
          </Part>
        )}
      </div>
    </Section>
  );
}

type ColleaguesProps = { company: string; colleagues: MutualColleagues };

function Colleagues({ company, colleagues: { people, total, atLeast } }: ColleaguesProps) {
  const text = useTranslations("people.shared");
  const more = total - people.length;
  return (
    <BareList className="flex flex-wrap gap-x-6 gap-y-2">
      {people.map((person) => (
        <li key={person.memberId}>
          <Person size="small" person={person} href={personHref(company, person.memberId)} />
        </li>
      ))}
      {(more > 0 || atLeast) && (
        <li className="text-ink-soft tabular-nums">
          {text(atLeast ? "moreAtLeast" : "more", { count: more })}
        </li>
      )}
    </BareList>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-2 text-sm font-normal text-ink-soft">
        {title}
      </h3>
      {children}
    </section>
  );
}
