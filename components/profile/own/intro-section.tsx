"use client";

import { useTranslations } from "next-intl";
import type { Sections } from "#lib/people/input.ts";
import type { Shape } from "#lib/shapes.ts";
import { EditableSection, type Typing } from "./editable-section.tsx";
import { useOwn } from "./own-context.ts";
import { useSend } from "./use-send.ts";
import { WrittenField } from "./written-field.tsx";

type Intro = Sections["intro"];

export function IntroSection({ isValues }: { isValues: Shape<Intro> }) {
  const text = useTranslations("people.edit");
  const send = useSend<Intro>(
    (before, after) => ({ section: "intro", before, after }),
    ({ intro }) => intro,
  );
  return (
    <EditableSection
      name="intro"
      title={text("introTitle")}
      description={text("introText")}
      kept={useOwn().profile.sections.intro}
      isValues={isValues}
      send={send}
      lines={({ headline, about }) => [
        { term: text("fields.headline"), value: headline ?? "" },
        { term: text("fields.about"), value: about ?? "" },
      ]}
      read={({ headline, about }) =>
        headline || about ? (
          <div className="grid gap-3">
            {headline && <p className="font-medium">{headline}</p>}
            {about && <p className="max-w-prose whitespace-pre-line">{about}</p>}
          </div>
        ) : null
      }
      fields={(typing) => <IntroFields {...typing} />}
      audiences={["headline", "about"]}
    />
  );
}

function IntroFields({ values, change, errorOf }: Typing<Intro>) {
  const text = useTranslations("people.edit");
  return (
    <>
      <WrittenField
        label={text("fields.headline")}
        name="headline"
        value={values.headline}
        onText={(headline) => change({ headline })}
        hint={text("hints.headline")}
        error={errorOf("headline")}
        autoComplete="off"
        optional
      />
      <WrittenField
        label={text("fields.about")}
        name="about"
        value={values.about}
        onText={(about) => change({ about })}
        error={errorOf("about")}
        rows={5}
        optional
      />
    </>
  );
}
