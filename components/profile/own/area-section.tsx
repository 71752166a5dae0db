"use client";

import { useTranslations } from "next-intl";
import { SkeletonLine } from "#components/ui/skeleton.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import type { Sections } from "#lib/people/input.ts";
import type { Shape } from "#lib/shapes.ts";
import { EditableSection, type Typing } from "./editable-section.tsx";
import { useOwn } from "./own-context.ts";
import { useSend } from "./use-send.ts";

type Area = Sections["area"];

const field = latePart(() => import("./area-field.tsx"));

export function AreaSection({ isValues }: { isValues: Shape<Area> }) {
  const text = useTranslations("people.edit");
  const send = useSend<Area>(
    (before, after) => ({ section: "area", before, after }),
    ({ area }) => area,
  );
  // Here before one opens it, which may be without a connection.
  usePart(field, false);
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
      fields={(typing) => <LateField {...typing} />}
      audiences={["area"]}
    />
  );
}

function LateField(typing: Typing<Area>) {
  const part = usePart(field, true);
  return part ? <part.AreaField {...typing} /> : <SkeletonLine className="h-16 w-full" />;
}
