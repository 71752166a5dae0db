"use client";

import { Suspense, useState } from "react";
import { PhotoSection } from "#components/profile/photo/photo-section.tsx";
import { lateComponent } from "#components/ui/late-component.ts";
import type { Suggestion } from "#lib/people/schema.ts";
import { AreaSection } from "./area-section.tsx";
import { IntroSection } from "./intro-section.tsx";
import { LinksSection } from "./links-section.tsx";
import { NamesSection } from "./names-section.tsx";
import { type Own, OwnContext, type Wanted } from "./own-context.ts";
import { PurposesSection } from "./purposes-section.tsx";
import { sectionShapes } from "./section-shapes.ts";
import { SkillsSection } from "./skills-section.tsx";
import { WorkSection } from "./work-section.tsx";

const RecordedSection = lateComponent(async () => (await import("./recorded-section.tsx")).RecordedSection);
const CareerSection = lateComponent(async () => (await import("./career-section.tsx")).CareerSection);
const DetailsSection = lateComponent(async () => (await import("./details-section.tsx")).DetailsSection);
const SuggestionLine = lateComponent(async () => (await import("./suggestion-line.tsx")).SuggestionLine);

/** One's own profile, part by part. */
export function OwnSections(own: Own) {
  // Once: with new ones every form that is open would begin again.
  const [shapes] = useState(() => sectionShapes(own.purposes));
  const { suggestion, opens } = own;
  const [wanted, setWanted] = useState<Wanted>(opens && { section: opens });
  return (
    <OwnContext value={{ ...own, wanted }}>
      {suggestion && (
        <Suspense>
          <SuggestionLine
            key={suggestion.field}
            suggestion={suggestion}
            onGo={() => setWanted(placeOf(suggestion))}
          />
        </Suspense>
      )}
      <PhotoSection />
      <NamesSection isValues={shapes.names} />
      <IntroSection isValues={shapes.intro} />
      <WorkSection isValues={shapes.work} />
      <AreaSection isValues={shapes.area} />
      <PurposesSection isValues={shapes.purposes} />
      <SkillsSection isValues={shapes.skills} />
      <LinksSection isValues={shapes.links} />
      <Suspense>
        {own.profile.fields.length > 0 && <DetailsSection isValues={shapes.details} />}
        <RecordedSection />
        <CareerSection isValues={shapes.career} />
      </Suspense>
    </OwnContext>
  );
}

function placeOf({ field }: Suggestion): Wanted {
  switch (field) {
    case "purposes":
    case "skills":
    case "area":
      return { section: field };
    case "headline":
      return { section: "intro" };
    default:
      return { audience: field };
  }
}
