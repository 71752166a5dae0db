"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Sections } from "#lib/people/input.ts";
import type { Shape } from "#lib/shapes.ts";
import { EditableSection, type Typing } from "./editable-section.tsx";
import { useOwn } from "./own-context.ts";
import { useSend } from "./use-send.ts";
import { WrittenField } from "./written-field.tsx";

type Area = Sections["area"];

export function AreaSection({ isValues }: { isValues: Shape<Area> }) {
  const text = useTranslations("people.edit");
  const send = useSend<Area>(
    (before, after) => ({ section: "area", before, after }),
    ({ area }) => area,
  );
  return (
    <EditableSection
      name="area"
      title={text("areaTitle")}
      description={text("areaText")}
      kept={useOwn().profile.sections.area}
      isValues={isValues}
      send={send}
      lines={({ area }) => [{ term: text("fields.area"), value: area ?? "" }]}
      read={({ area }) => area && <p>{area}</p>}
      fields={(typing) => <AreaField {...typing} />}
      audiences={["area"]}
    />
  );
}

/** Free words: the prefectures are only offered. */
function AreaField({ values, change, errorOf }: Typing<Area>) {
  const text = useTranslations("people.edit");
  const id = useId();
  return (
    <>
      <WrittenField
        label={text("fields.area")}
        name="area"
        value={values.area}
        onText={(area) => change({ area })}
        error={errorOf("area")}
        autoComplete="off"
        list={id}
        optional
      />
      <datalist id={id}>
        {text("areas")
          .split(text("comma"))
          .map((area) => (
            <option key={area} value={area} />
          ))}
      </datalist>
    </>
  );
}
