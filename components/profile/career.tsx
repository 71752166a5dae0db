import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { monthText } from "#components/person/employment.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { Person } from "#lib/people/schema.ts";

/** What somebody did in the company, and where they are: the margin of their page. */
export function Career({ person }: { person: Person }) {
  const text = useTranslations("people.profile");
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="rounded-card bg-surface p-4 shadow-card sm:p-6 xl:sticky xl:top-16"
    >
      <h2 id={id} className="mb-4 text-base font-semibold xl:text-sm">
        {text("career")}
      </h2>
      <CareerFacts person={person} className="sm:grid-cols-2 xl:grid-cols-1" />
    </section>
  );
}

/** Whether there is anything of it that one may see. */
export function hasCareer({ department, title, joinedOn, area }: Person): boolean {
  return [department, title, joinedOn, area].some(Boolean);
}

type CareerFactsProps = { person: Person; className?: string };

export function CareerFacts({ person, className }: CareerFactsProps) {
  const text = useTranslations("people.profile");
  const employment = useEmployment(person);
  const facts = [
    { term: text("department"), value: person.department },
    { term: text("title"), value: person.title },
    { term: text("employment"), value: employment },
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
function useEmployment({ joinedOn, leftOn }: Person) {
  const text = useTranslations("people.profile");
  const locale = useLocale();
  if (!joinedOn) return null;
  return text.rich(leftOn ? "until" : "since", {
    from: monthText(joinedOn, locale),
    until: leftOn ? monthText(leftOn, locale) : "",
    month: (words) => <span className="whitespace-nowrap">{words}</span>,
  });
}
