"use client";

import { useTranslations } from "next-intl";
import { isJapanese } from "#components/person/japanese.ts";
import type { Sections } from "#lib/people/input.ts";
import type { Shape } from "#lib/shapes.ts";
import { EditableSection, type Typing } from "./editable-section.tsx";
import { useOwn } from "./own-context.ts";
import { readLines } from "./read-lines.tsx";
import { useSend } from "./use-send.ts";
import { WrittenField } from "./written-field.tsx";

type Names = Sections["names"];

const order = [
  "familyName",
  "givenName",
  "familyNameKana",
  "givenNameKana",
  "preferredName",
  "formerFamilyName",
  "formerFamilyNameKana",
] as const;

export function NamesSection({ isValues }: { isValues: Shape<Names> }) {
  const text = useTranslations("people.edit");
  const send = useSend<Names>(
    (before, after) => ({ section: "names", before, after }),
    ({ names }) => names,
  );
  const lines = (names: Names) =>
    order.map((field) => ({ term: text(`fields.${field}`), value: names[field] ?? "" }));
  return (
    <EditableSection
      name="names"
      title={text("namesTitle")}
      description={text("namesText")}
      kept={useOwn().profile.sections.names}
      isValues={isValues}
      send={send}
      lines={lines}
      read={(names) =>
        readLines([
          { term: text("fields.name"), value: wholeName(names.familyName, names.givenName) },
          { term: text("fields.kana"), value: joined(names.familyNameKana, names.givenNameKana) },
          { term: text("fields.preferredName"), value: names.preferredName ?? "" },
          {
            term: text("fields.formerFamilyName"),
            value: joined(names.formerFamilyName, names.formerFamilyNameKana),
          },
        ])
      }
      fields={(typing) => <NameFields {...typing} />}
      audiences={["formerName"]}
    />
  );
}

/** The family name stands first in Japanese alone. */
function wholeName(family: string, given: string): string {
  return isJapanese(`${family}${given}`) ? joined(family, given) : joined(given, family);
}

function joined(...parts: (string | null)[]): string {
  return parts.filter(Boolean).join(" ");
}

// What a browser may fill in by itself.
const known = { familyName: "family-name", givenName: "given-name", preferredName: "nickname" };

function NameFields({ values, change, errorOf }: Typing<Names>) {
  const text = useTranslations("people.edit");
  const field = (name: (typeof order)[number], hint?: string, optional = true) => (
    <WrittenField
      label={text(`fields.${name}`)}
      name={name}
      value={values[name]}
      onText={(written) => change({ [name]: written })}
      hint={hint}
      error={errorOf(name)}
      optional={optional}
      autoComplete={name in known ? Reflect.get(known, name) : "off"}
    />
  );
  return (
    <>
      <div className={pair}>
        {field("familyName", undefined, false)}
        {field("givenName", undefined, false)}
      </div>
      <div className={pair}>
        {field("familyNameKana", text("hints.kana"))}
        {field("givenNameKana", text("hints.kana"))}
      </div>
      {field("preferredName", text("hints.preferredName"))}
      <div className={pair}>
        {field("formerFamilyName")}
        {field("formerFamilyNameKana")}
      </div>
    </>
  );
}

const pair = "grid items-start gap-4 sm:grid-cols-2";
