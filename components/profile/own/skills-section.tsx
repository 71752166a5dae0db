"use client";

import { useTranslations } from "next-intl";
import { Words } from "#components/profile/words.tsx";
import { SkeletonLine } from "#components/ui/skeleton.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import type { Sections } from "#lib/people/input.ts";
import type { Shape } from "#lib/shapes.ts";
import { EditableSection, type Typing } from "./editable-section.tsx";
import { useOwn } from "./own-context.ts";
import { useSend } from "./use-send.ts";

type Skills = Sections["skills"];

const field = latePart(() => import("./skills-field.tsx"));

export function SkillsSection({ isValues }: { isValues: Shape<Skills> }) {
  const text = useTranslations("people.edit");
  const send = useSend<Skills>(
    (before, after) => ({ section: "skills", before, after }),
    ({ skills }) => skills,
  );
  // Here before one opens it, which may be without a connection.
  usePart(field, false);
  return (
    <EditableSection
      name="skills"
      title={text("skillsTitle")}
      kept={useOwn().profile.sections.skills}
      isValues={isValues}
      send={send}
      lines={({ skills }) => [{ term: text("fields.skills"), value: skills.join(text("comma")) }]}
      read={({ skills }) => (skills.length > 0 ? <Words>{skills}</Words> : null)}
      fields={(typing) => <LateField {...typing} />}
      audiences={["skills"]}
    />
  );
}

function LateField(typing: Typing<Skills>) {
  const part = usePart(field, true);
  return part ? <part.SkillsField {...typing} /> : <SkeletonLine className="h-24 w-full" />;
}
