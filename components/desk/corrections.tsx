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
  // Those that wait no more: they are off the list by then.
  const [gone, setGone] = useState<readonly AskedCorrection[]>([]);
  // To which one is writing a word: another may decide meanwhile.
  const [begun, setBegun] = useState<readonly AskedCorrection[]>([]);
  const overtaken = begun.filter((one) => !waiting.some(({ id }) => id === one.id));
  if (overtaken.length > 0) {
    setBegun(without(begun, ...overtaken));
    setGone([...without(gone, ...overtaken), ...overtaken]);
  }
  return (
    <>
      {gone.length > 0 && (
        <div className="mb-6 grid gap-3">
          {gone.map((one) => (
            <Banner key={one.id} tone="careful" onDismiss={() => setGone((all) => without(all, one))}>
              {text("gone", { name: one.person.displayName })}
            </Banner>
          ))}
        </div>
      )}
      <Section title={text("waitingTitle")}>
        {waiting.length > 0 ? (
          <BareList className="divide-y divide-hairline">
            {waiting.map((correction) => (
              <li key={correction.id} className="py-6 first:pt-0 last:pb-0">
                <CorrectionCard
                  company={company}
                  correction={correction}
                  decide={decide}
                  onWord={(isBegun) =>
                    setBegun((all) => [...without(all, correction), ...(isBegun ? [correction] : [])])
                  }
                  onGone={() => setGone((all) => [...without(all, correction), correction])}
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
          <BareList className="divide-y divide-hairline">
            {decided.map((correction) => (
              <li key={correction.id} className="py-6 first:pt-0 last:pb-0">
                <CorrectionCard company={company} correction={correction} />
              </li>
            ))}
          </BareList>
        </Section>
      )}
    </>
  );
}

function without(all: readonly AskedCorrection[], ...some: AskedCorrection[]): AskedCorrection[] {
  return all.filter((one) => !some.some(({ id }) => id === one.id));
}
