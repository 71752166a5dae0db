import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { KindMark } from "#components/person/kind-mark.tsx";
import { Name } from "#components/person/name.tsx";
import { Reading } from "#components/person/reading.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { personHref } from "#lib/hrefs.ts";
import type { Person } from "#lib/people/schema.ts";
import { CareerFacts, hasCareer } from "./career.tsx";
import { hasOccupation, Occupation } from "./occupation.tsx";
import { OpenTo } from "./open-to.tsx";
import { WebLinks } from "./web-links.tsx";
import { Words } from "./words.tsx";

type PersonBesideProps = { company: string; person: Person };

/** Whom one writes with, beside the conversation where there is room: what they did here, and what one may write to them about. */
export function PersonBeside({ company, person }: PersonBesideProps) {
  const text = useTranslations("people");
  const ui = useTranslations("ui.person");
  const id = useId();
  return (
    <aside
      aria-labelledby={id}
      className="hidden w-80 shrink-0 overflow-y-auto border-s border-hairline p-6 group-has-data-thread-search/conversation:hidden min-[90rem]:block"
    >
      <div className="flex flex-col items-center text-center">
        <Avatar person={person} size={112} />
        <Reading person={person} className="mt-4" />
        <h2 id={id} className="text-lg font-medium">
          <Name href={personHref(company, person.memberId)}>{person.displayName}</Name>
        </h2>
        {person.formerName && (
          <p className="text-xs text-ink-soft">{ui("formerName", { name: person.formerName })}</p>
        )}
        <div className="mt-1">
          <KindMark kind={person.kind} />
        </div>
        {person.headline && <p className="mt-3 text-sm">{person.headline}</p>}
      </div>
      <div className="mt-6 grid gap-6 border-t border-hairline pt-6 text-sm empty:hidden">
        {hasCareer(person) && <CareerFacts person={person} eras={false} />}
        {hasOccupation(person) && (
          <Part title={text("profile.nowTitle")}>
            <Occupation person={person} />
          </Part>
        )}
        {person.purposes.length > 0 && (
          <Part title={text("profile.purposesTitle")}>
            <OpenTo purposes={person.purposes} />
          </Part>
        )}
        {person.skills.length > 0 && (
          <Part title={text("profile.skillsTitle")}>
            <Words>{person.skills}</Words>
          </Part>
        )}
        {person.links.length > 0 && (
          <Part title={text("profile.linksTitle")}>
            <WebLinks links={person.links} />
          </Part>
        )}
      </div>
    </aside>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-2 text-xs font-normal text-ink-soft">{title}</h3>
      {children}
    </div>
  );
}
