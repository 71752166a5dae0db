import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KindMark } from "#components/person/kind-mark.tsx";
import { Person } from "#components/person/person.tsx";
import { DatedLine } from "#components/ui/dated-line.tsx";
import type { ChangedLine as Line } from "#lib/feed/schema.ts";
import { personHref } from "#lib/hrefs.ts";

type ChangedLineProps = { company: string; line: Line; time: ReactNode };

/** Somebody's profile has changed, and what of it. */
export function ChangedLine({ company, line: { person, parts }, time }: ChangedLineProps) {
  const text = useTranslations("feed");
  const details = (
    <>
      <KindMark kind={person.kind} /> {person.apart && <span className="ps-2">{person.apart}</span>}{" "}
      <span className="ps-2">{parts.map((part) => text(`parts.${part}`)).join(text("separator"))}</span>
    </>
  );
  return (
    <DatedLine time={time} details={details}>
      {text.rich("changed", {
        person: () => (
          <Person size="small" person={person} href={personHref(company, person.memberId)} coversRow />
        ),
      })}
    </DatedLine>
  );
}
