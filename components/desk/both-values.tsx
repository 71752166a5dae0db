import { useLocale, useTranslations } from "next-intl";
import { monthText } from "#components/person/employment.ts";
import type { Correction } from "#lib/people/schema.ts";

/** What is recorded, what its member says, and why. */
export function BothValues({ correction }: { correction: Correction }) {
  const text = useTranslations("people.corrections");
  const locale = useLocale();
  const { field, recorded, proposed, note } = correction;
  const words = (value: string | null) => {
    if (!value) return text("none");
    return field === "JOINED_ON" || field === "LEFT_ON" ? monthText(value, locale) : value;
  };
  const name = text(`fields.${field}`);
  return (
    <dl className="grid gap-3 sm:grid-cols-2">
      <Value term={text("recorded", { field: name })}>{words(recorded)}</Value>
      <Value term={text("proposed", { field: name })}>{words(proposed)}</Value>
      <div className="sm:col-span-2">
        <dt className="text-xs text-ink-soft">{text("why")}</dt>
        <dd>{note}</dd>
      </div>
    </dl>
  );
}

function Value({ term, children }: { term: string; children: string }) {
  return (
    <div className="rounded-control bg-sunken p-3">
      <dt className="text-xs text-ink-soft">{term}</dt>
      <dd className="mt-1">{children}</dd>
    </div>
  );
}
