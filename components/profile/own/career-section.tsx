"use client";

import { useLocale, useTranslations } from "next-intl";
import { EraSwitch } from "#components/profile/era-switch.tsx";
import { monthWords } from "#components/profile/month-words.ts";
import { Positions } from "#components/profile/positions.tsx";
import { SkeletonLine } from "#components/ui/skeleton.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import type { Sections } from "#lib/people/input.ts";
import { maxPositions } from "#lib/people/policy.ts";
import type { Position } from "#lib/people/schema.ts";
import type { Shape } from "#lib/shapes.ts";
import { EditableSection, type Typing } from "./editable-section.tsx";
import { useOwn } from "./own-context.ts";
import { useSend } from "./use-send.ts";

type Career = Sections["career"];

const fields = latePart(() => import("./position-fields.tsx"));

/** What one held here besides what HR recorded. Who sees it is chosen with the record: departments by the one choice, months by the other. */
export function CareerSection({ isValues }: { isValues: Shape<Career> }) {
  const text = useTranslations("people.edit");
  const locale = useLocale();
  const { profile, eras } = useOwn();
  const { leftOn } = profile.recorded;
  const send = useSend<Career>(
    (before, after) => ({ section: "career", before, after }),
    ({ career }) => career,
  );
  const still = text("held.now");
  const months = ({ from, until }: Position) => {
    const end = until ?? leftOn;
    return `${from ? monthWords(from, locale, false) : ""} – ${end ? monthWords(end, locale, false) : still}`;
  };
  return (
    <EditableSection
      name="career"
      title={text("heldTitle")}
      description={text("heldText", { count: maxPositions })}
      kept={profile.sections.career}
      isValues={isValues}
      send={send}
      lines={({ positions }) =>
        positions.map((position, index) => ({
          term: text("held.number", { number: index + 1 }),
          value: [position.department, position.title, months(position)].filter(Boolean).join("\n"),
        }))
      }
      read={({ positions }) =>
        positions.length > 0 ? (
          <div className="grid justify-items-start gap-4">
            <Positions positions={positions} leftOn={leftOn} locale={locale} eras={eras} still={still} />
            <EraSwitch label={text("held.eras")} shown={eras} />
          </div>
        ) : null
      }
      fields={(typing) => <LateFields {...typing} />}
      audiences={[]}
    />
  );
}

function LateFields(typing: Typing<Career>) {
  const part = usePart(fields, true, { whenIdle: false });
  return part ? <part.PositionFields {...typing} /> : <SkeletonLine className="h-40 w-full" />;
}
