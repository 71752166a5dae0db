import { useLocale, useTranslations } from "next-intl";
import type { AudienceField } from "#lib/people/audiences.ts";
import { type CompanyField, inLanguage } from "#lib/people/details.ts";

/** What a part of a profile is called: one of the company's own as the company calls it. */
export function useFieldNames(own: readonly CompanyField[]): (field: string) => string {
  const text = useTranslations("people.edit.visibility.fields");
  const locale = useLocale();
  const names = new Map(own.map(({ id, name }) => [id, inLanguage(name, locale)]));
  return (field) => names.get(field) ?? (isOfProfile(field) ? text(field) : "");
}

const ofProfile = {
  headline: true,
  about: true,
  tenure: true,
  department: true,
  formerName: true,
  work: true,
  area: true,
  purposes: true,
  rehire: true,
  skills: true,
  links: true,
  photo: true,
} satisfies Record<AudienceField, true>;

function isOfProfile(field: string): field is AudienceField {
  return Object.hasOwn(ofProfile, field);
}
