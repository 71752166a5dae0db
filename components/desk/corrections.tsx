"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { decideCorrectionAction } from "#app/c/[company]/desk/corrections/actions.ts";
import { Banner } from "#components/ui/banner.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Seat } from "#components/ui/illustrations/seat.tsx";
import { BareList } from "#components/ui/list.tsx";
import { Section } from "#components/ui/section.tsx";
import type { AskedCorrection } from "#lib/people/schema.ts";
import { CorrectionCard } from "./correction-card.tsx";

type CorrectionsProps = {
  company: string;
  waiting: readonly AskedCorrection[];
  decided: readonly AskedCorrection[];
  decide: typeof decideCorrectionAction;
};

/** What members say about HR's record: what waits, to be confirmed or declined, and what was decided last. */
export function Corrections({ company, waiting, decided, decide }: CorrectionsProps) {
  const text = useTranslations("people.corrections");
  // Of one that waits no more: it is off the list by then.
  const [gone, setGone] = useState<string | null>(null);
  // Whom one is writing a word to: another may decide meanwhile.
  const [begun, setBegun] = useState<AskedCorrection | null>(null);
  if (begun && !waiting.some(({ id }) => id === begun.id)) {
    setBegun(null);
    setGone(begun.person.displayName);
  }
  return (
    <>
      {gone && (
        <div className="mb-6">
          <Banner tone="careful" onDismiss={() => setGone(null)}>
            {text("gone", { name: gone })}
          </Banner>
        </div>
      )}
      <Section title={text("waitingTitle")}>
        {waiting.length > 0 ? (
          <BareList className="grid gap-6">
            {waiting.map((correction) => (
              <li key={correction.id}>
                <CorrectionCard
                  company={company}
                  correction={correction}
                  decide={decide}
                  onBegin={setBegun}
                  onGone={setGone}
                />
              </li>
            ))}
          </BareList>
        ) : (
          <EmptyState small picture={<Seat />} title={text("emptyTitle")}>
            {text("emptyText")}
          </EmptyState>
        )}
      </Section>
      {decided.length > 0 && (
        <Section title={text("decidedTitle")}>
          <BareList className="grid gap-6">
            {decided.map((correction) => (
              <li key={correction.id}>
                <CorrectionCard company={company} correction={correction} />
              </li>
            ))}
          </BareList>
        </Section>
      )}
    </>
  );
}
