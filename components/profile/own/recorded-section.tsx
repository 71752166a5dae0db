"use client";

import { useLocale, useTranslations } from "next-intl";
import { monthText } from "#components/person/employment.ts";
import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { useOwn } from "./own-context.ts";
import { SectionVisibility } from "./section-visibility.tsx";

/** What HR recorded of one's time here: to be read, and to be shown or not. */
export function RecordedSection() {
  const text = useTranslations("people.edit");
  const locale = useLocale();
  const { company, profile } = useOwn();
  const { department, title, joinedOn, leftOn } = profile.recorded;
  const from = monthText(joinedOn, locale);
  return (
    <Section title={text("recordedTitle")} description={text("recordedText")}>
      <Facts
        facts={[
          { term: text("fields.department"), value: department },
          { term: text("fields.title"), value: title },
          {
            term: text("fields.employment"),
            value: leftOn
              ? text("employed.until", { from, until: monthText(leftOn, locale) })
              : text("employed.since", { from }),
          },
        ]}
      />
      <p className="mt-4 text-sm text-ink-soft">{text("recordedAsk")}</p>
      <SectionVisibility company={company} fields={["tenure", "department"]} />
    </Section>
  );
}
