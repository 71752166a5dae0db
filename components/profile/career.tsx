import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { Person } from "#lib/people/schema.ts";
import { EraSwitch } from "./era-switch.tsx";
import { monthWords } from "./month-words.ts";
import { Positions } from "./positions.tsx";

type CareerProps = {
  person: Person;
  /** Japanese years are shown. */
  eras: boolean;
};

/** What somebody did in the company, and where they are: the margin of their page. */
export function Career({ person, eras }: CareerProps) {
  const text = useTranslations("people.profile");
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="rounded-card bg-surface p-4 shadow-card sm:p-6 xl:sticky xl:top-16"
    >
      <div className="-me-3 mb-4 flex items-center justify-between">
        <h2 id={id} className="text-base font-semibold whitespace-nowrap xl:text-sm">
          {text("career")}
        </h2>
        {hasMonths(person) && <EraSwitch label={text("eras")} shown={eras} />}
      </div>
      <CareerFacts person={person} eras={eras} className="sm:grid-cols-2 xl:grid-cols-1" />
    </section>
  );
}

/** Whether there is anything of it that one may see. */
export function hasCareer({ department, title, joinedOn, area, positions }: Person): boolean {
  return positions.length > 0 || [department, title, joinedOn, area].some(Boolean);
}

function hasMonths({ joinedOn, positions }: Person): boolean {
  return joinedOn !== null || positions.some(({ from }) => from);
}

type CareerFactsProps = CareerProps & { className?: string };

export function CareerFacts({ person, eras, className }: CareerFactsProps) {
  const text = useTranslations("people.profile");
  const locale = useLocale();
  const employment = useEmployment(person, eras);
  const facts = [
    { term: text("department"), value: person.department },
    { term: text("title"), value: person.title },
    { term: text("employment"), value: employment },
    {
      term: text("held"),
      value: person.positions.length > 0 && (
        <Positions
          positions={person.positions}
          leftOn={person.leftOn}
          locale={locale}
          eras={eras}
          still={text("still")}
        />
      ),
    },
    { term: text("area"), value: person.area },
  ];
  return (
    <dl className={classNames("grid gap-x-6 gap-y-4", className)}>
      {facts.map(
        ({ term, value }) =>
          value && (
            <div key={term}>
              <dt className="text-xs text-ink-soft">{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** From month to month, of which none is parted; null where it is not known. */
function useEmployment({ joinedOn, leftOn }: Person, eras: boolean) {
  const text = useTranslations("people.profile");
  const locale = useLocale();
  if (!joinedOn) return null;
  return text.rich(leftOn ? "until" : "since", {
    from: monthWords(joinedOn, locale, eras),
    until: leftOn ? monthWords(leftOn, locale, eras) : "",
    month: (words) => <span className="whitespace-nowrap">{words}</span>,
  });
}
