"use client";

import { useLocale, useTranslations } from "next-intl";
import { type CompanyField, inLanguage, shownToOf } from "#lib/people/details.ts";
import type { Sections } from "#lib/people/input.ts";
import { detailsOf } from "#lib/people/said-details.ts";
import type { Shape } from "#lib/shapes.ts";
import { DetailFields } from "./detail-fields.tsx";
import { EditableSection } from "./editable-section.tsx";
import { useOwn } from "./own-context.ts";
import { readLines } from "./read-lines.tsx";
import { useSend } from "./use-send.ts";

type Details = Sections["details"];

/** What the company asks of its people besides. */
export function DetailsSection({ isValues }: { isValues: Shape<Details> }) {
  const text = useTranslations("people.edit");
  const locale = useLocale();
  const { profile } = useOwn();
  const { fields } = profile;
  const send = useSend<Details>(
    (before, after) => ({ section: "details", before, after, seen: shownToOf(fields) }),
    ({ details }) => details,
  );
  const lines = ({ details }: Details) =>
    fields.map((field) => ({
      term: inLanguage(field.name, locale),
      value: wordsOf(field, details[field.id] ?? null, locale),
    }));
  return (
    <EditableSection
      name="details"
      title={text("detailsTitle")}
      description={text("detailsText")}
      kept={profile.sections.details}
      isValues={isValues}
      send={send}
      lines={lines}
      read={(values) => readLines(lines(values))}
      fields={(typing) => <DetailFields {...typing} />}
      audiences={fields.map(({ id }) => id)}
    />
  );
}

function wordsOf(field: CompanyField, answer: string | null, locale: string): string {
  const [detail] = answer ? detailsOf([field], { [field.id]: answer }) : [];
  return detail ? inLanguage(detail.words, locale) : "";
}
