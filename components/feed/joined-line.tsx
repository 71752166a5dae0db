import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KindMark } from "#components/person/kind-mark.tsx";
import { Person } from "#components/person/person.tsx";
import { DatedLine } from "#components/ui/dated-line.tsx";
import type { JoinedLine as Line } from "#lib/companies/schema.ts";
import { personHref } from "#lib/hrefs.ts";
import { Okaeri } from "./okaeri.tsx";

type JoinedLineProps = { company: string; line: Line; time: ReactNode };

/** Somebody has joined, who that is, and who welcomes them. */
export function JoinedLine({ company, line: { id, person, okaeri }, time }: JoinedLineProps) {
  const text = useTranslations("feed");
  const details = (
    <>
      <KindMark kind={person.kind} /> {person.apart && <span className="ps-2">{person.apart}</span>}{" "}
      {person.headline && <span className="ps-2">{person.headline}</span>}
    </>
  );
  return (
    <>
      <DatedLine time={time} details={details}>
        {text.rich("joined", {
          person: () => (
            <Person size="small" person={person} href={personHref(company, person.memberId)} coversRow />
          ),
        })}
      </DatedLine>
      <Okaeri lineId={id} name={person.displayName} answer={okaeri} />
    </>
  );
}
