"use client";

import { useTranslations } from "next-intl";
import type { Sections } from "#lib/people/input.ts";
import type { Shape } from "#lib/shapes.ts";
import { EditableSection, type Typing } from "./editable-section.tsx";
import { useOwn } from "./own-context.ts";
import { readLines } from "./read-lines.tsx";
import { useSend } from "./use-send.ts";
import { WrittenField } from "./written-field.tsx";

type Work = Sections["work"];

const order = ["employer", "employerTitle", "industry", "work"] as const;

export function WorkSection({ isValues }: { isValues: Shape<Work> }) {
  const text = useTranslations("people.edit");
  const send = useSend<Work>(
    (before, after) => ({ section: "work", before, after }),
    ({ work }) => work,
  );
  const lines = (work: Work) =>
    order.map((field) => ({ term: text(`fields.${field}`), value: work[field] ?? "" }));
  return (
    <EditableSection
      name="work"
      title={text("workTitle")}
      kept={useOwn().profile.sections.work}
      isValues={isValues}
      send={send}
      lines={lines}
      read={(work) => readLines(lines(work))}
      fields={(typing) => <WorkFields {...typing} />}
      audiences={["work"]}
    />
  );
}

const known = { employer: "organization", employerTitle: "organization-title" };

function WorkFields({ values, change, errorOf }: Typing<Work>) {
  const text = useTranslations("people.edit");
  return order.map((name) => (
    <WrittenField
      key={name}
      label={text(`fields.${name}`)}
      name={name}
      value={values[name]}
      onText={(written) => change({ [name]: written })}
      error={errorOf(name)}
      autoComplete={name in known ? Reflect.get(known, name) : "off"}
      rows={name === "work" ? 3 : undefined}
      optional
    />
  ));
}
