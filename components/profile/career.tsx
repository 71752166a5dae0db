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

type CareerFactsProps = { person: Person; className?: string };

export function CareerFacts({ person, className }: CareerFactsProps) {
  const text = useTranslations("people.profile");
  const locale = useLocale();
  const from = monthText(person.joinedOn, locale);
  const until = person.leftOn && monthText(person.leftOn, locale);
  const facts = [
    { term: text("department"), value: person.department },
    { term: text("title"), value: person.title },
    {
      term: text("employment"),
      // A month is never parted.
      value: text.rich(until ? "until" : "since", {
        from,
        until: until ?? "",
        month: (words) => <span className="whitespace-nowrap">{words}</span>,
      }),
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
