"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { audiencesOf, limitsOf } from "./audiences.ts";
import { useFieldNames } from "./field-names.ts";
import { FieldVisibility } from "./field-visibility.tsx";
import { useLed, useOwn } from "./own-context.ts";

type SectionVisibilityProps = {
  company: string;
  fields: readonly string[];
  /** The section is more than this one field. */
  named?: boolean;
};

/** Below a section: who sees what of it. */
export function SectionVisibility({ company, fields, named }: SectionVisibilityProps) {
  const text = useTranslations("people.edit.visibility");
  const { profile, census, viewer, rehire, companyName } = useOwn();
  const nameOf = useFieldNames(profile.fields);
  const audiences = audiencesOf(profile);
  const pickers = useRef<HTMLDivElement>(null);
  useLed(({ audience }) => {
    const at = audience ? fields.indexOf(audience) : -1;
    pickers.current?.children[at]?.querySelector("button")?.focus();
  });
  const limits = { company: companyName, of: limitsOf(profile) };
  const reach = { census, kind: viewer.kind, listed: !profile.unlisted, limits };
  const several = named || fields.length > 1;
  return (
    <div className="mt-6 border-t border-hairline pt-4">
      {several && <p className="mb-2 text-xs text-ink-soft">{text("short")}</p>}
      <div ref={pickers} className="grid gap-4">
        {fields.map((field) => (
          <FieldVisibility
            key={field}
            company={company}
            field={field}
            name={nameOf(field)}
            label={several ? undefined : text("short")}
            kept={audiences[field] ?? "NOBODY"}
            reach={reach}
            rehire={{ contact: profile.rehireContact, ...rehire }}
          />
        ))}
      </div>
    </div>
  );
}
