"use client";

import { useTranslations } from "next-intl";
import { Section } from "#components/ui/section.tsx";
import type { MemberKind } from "#lib/auth/schema.ts";
import type { OwnField } from "#lib/people/input.ts";
import type { Census } from "#lib/people/schema.ts";
import type { Audiences, Limits } from "./audiences.ts";
import { useFieldNames } from "./field-names.ts";
import { FieldVisibility } from "./field-visibility.tsx";
import { ListingSwitch } from "./listing-switch.tsx";
import { Presets } from "./presets.tsx";
import type { Rehire } from "./rehire-key.ts";

type VisibilityOverviewProps = {
  company: string;
  kind: MemberKind;
  audiences: Audiences;
  fields: readonly string[];
  /** Those of them that are the company's own. */
  ownFields: readonly OwnField[];
  limits: Limits;
  unlisted: boolean;
  rehire: Rehire;
  census: Census;
};

/** Who sees what of one's profile, in one place. */
export function VisibilityOverview(props: VisibilityOverviewProps) {
  const { company, kind, audiences, fields, ownFields, limits, unlisted, census, rehire } = props;
  const text = useTranslations("people.edit.visibility");
  const nameOf = useFieldNames(ownFields);
  const reach = { census, kind, listed: !unlisted, limits };
  return (
    <>
      <Section title={text("presetsTitle")} description={text("presetsText")}>
        <Presets
          company={company}
          fields={fields}
          audiences={audiences}
          contact={rehire.contact}
          reach={reach}
        />
      </Section>
      <Section title={text("fieldsTitle")} description={text("past")}>
        <ul className="grid gap-4">
          {fields.map((field) => (
            <li key={field}>
              <FieldVisibility
                company={company}
                field={field}
                name={nameOf(field)}
                kept={audiences[field] ?? "NOBODY"}
                reach={reach}
                rehire={rehire}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={text("listedTitle")}>
        <ListingSwitch company={company} kept={unlisted} />
      </Section>
    </>
  );
}
