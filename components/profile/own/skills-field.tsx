"use client";

import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { TagInput } from "#components/ui/tag-input.tsx";
import type { Sections } from "#lib/people/input.ts";
import { maxLength, maxSkills } from "#lib/people/policy.ts";
import type { Typing } from "./editable-section.tsx";

export function SkillsField({ values, change, errorOf }: Typing<Sections["skills"]>) {
  const text = useTranslations("people.edit");
  const wrong = values.skills.flatMap((_, index) => errorOf(`skills.${index}`) ?? []);
  return (
    <Field
      label={text("fields.skills")}
      hint={text("hints.skills")}
      error={errorOf("skills") ?? wrong[0]}
      optional
    >
      <TagInput
        defaultValue={values.skills}
        onChange={(skills) => change({ skills: [...skills] })}
        max={maxSkills}
        maxLength={maxLength.skill}
      />
    </Field>
  );
}
