"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWantsFresh } from "#components/live/use-wants-fresh.ts";
import { monthWords } from "#components/profile/month-words.ts";
import { Section } from "#components/ui/section.tsx";
import type { CorrectableField } from "#lib/people/schema.ts";
import { useOwn } from "./own-context.ts";
import { RecordedRow } from "./recorded-row.tsx";
import { SectionVisibility } from "./section-visibility.tsx";

/** What HR recorded of one's time here: to be read, to be shown or not, and to be corrected by HR when one says what is wrong. */
export function RecordedSection() {
  const text = useTranslations("people.edit");
  const nothing = useTranslations("ui.conflict");
  const fieldName = useTranslations("people.corrections.fields");
  const locale = useLocale();
  const { company, profile, corrections, eras } = useOwn();
  const { department, title, joinedOn, leftOn } = profile.recorded;
  // HR may decide at any time.
  useWantsFresh(true);
  const rows: [CorrectableField, string | null][] = [
    ["JOINED_ON", joinedOn],
    ...(leftOn ? [["LEFT_ON", leftOn] satisfies [CorrectableField, string]] : []),
    ["DEPARTMENT", department],
    ["TITLE", title],
  ];
  const words = (field: CorrectableField, value: string | null) => {
    if (!value) return nothing("empty");
    return field === "JOINED_ON" || field === "LEFT_ON" ? monthWords(value, locale, eras) : value;
  };
  return (
    <Section title={text("recordedTitle")} description={text("recordedText")}>
      <dl className="grid gap-y-4">
        {rows.map(([field, recorded]) => (
          <RecordedRow
            key={field}
            field={field}
            name={fieldName(field)}
            recorded={recorded}
            words={(value) => words(field, value)}
            correction={corrections.find((correction) => correction.field === field)}
          />
        ))}
      </dl>
      <p className="mt-4 text-sm text-ink-soft">{text("recordedAsk")}</p>
      <SectionVisibility company={company} fields={["tenure", "department"]} />
    </Section>
  );
}
