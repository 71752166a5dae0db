"use client";

import { useTranslations } from "next-intl";
import { OpenTo } from "#components/profile/open-to.tsx";
import type { Sections } from "#lib/people/input.ts";
import type { Shape } from "#lib/shapes.ts";
import { EditableSection } from "./editable-section.tsx";
import { useOwn } from "./own-context.ts";
import { PurposeFields } from "./purpose-fields.tsx";
import { useSend } from "./use-send.ts";

type Purposes = Sections["purposes"];

export function PurposesSection({ isValues }: { isValues: Shape<Purposes> }) {
  const text = useTranslations("people.edit");
  const nameOf = useTranslations("people.purposes");
  const { purposes: all, profile } = useOwn();
  const send = useSend<Purposes>(
    (before, after) => ({ section: "purposes", before, after }),
    ({ purposes }) => purposes,
  );
  return (
    <EditableSection
      name="purposes"
      title={text("purposesTitle")}
      description={text("purposesText")}
      kept={profile.sections.purposes}
      isValues={isValues}
      send={send}
      lines={({ purposes }) =>
        all.map((purpose) => {
          const chosen = purposes.find((one) => one.purpose === purpose);
          return { term: nameOf(purpose), value: chosen ? chosen.note || text("yes") : "" };
        })
      }
      read={({ purposes }) => (purposes.length > 0 ? <OpenTo purposes={purposes} /> : null)}
      fields={(typing) => <PurposeFields {...typing} />}
      audiences={["purposes", "rehire"]}
    />
  );
}
