"use client";

import { useTranslations } from "next-intl";
import { Suspense, useEffect, useRef, useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { lateComponent } from "#components/ui/late-component.ts";
import { BareList } from "#components/ui/list.tsx";
import { Section } from "#components/ui/section.tsx";
import { maxFields } from "#lib/people/policy.ts";
import type { DeskField } from "#lib/people/schema.ts";
import { AddedField } from "./added-field.tsx";
import { AskedField } from "./asked-field.tsx";
import { DeskContext, type FieldActions } from "./desk-context.ts";
import { forgetOtherFields } from "./field-draft.ts";
import { RetiredField } from "./retired-field.tsx";

/** Only after a change, and for some minutes. */
const Settling = lateComponent(async () => (await import("#components/desk/settling.tsx")).Settling);

type CompanyFieldsProps = {
  company: string;
  /** Of HR, who is at them. */
  memberId: string;
  fields: readonly DeskField[];
  actions: FieldActions;
};

/** What the company asks of its people besides: what is asked now, in its order, and what is asked no more. */
export function CompanyFields({ company, memberId, fields, actions }: CompanyFieldsProps) {
  const text = useTranslations("people.fields");
  // What was done, for the ear: the row may have gone elsewhere.
  const [said, setSaid] = useState("");
  const [gone, setGone] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const asked = fields.filter(({ retired }) => !retired);
  const retired = fields.filter(({ retired }) => retired);
  useEffect(() => forgetOtherFields(memberId, fields), [memberId, fields]);
  return (
    <DeskContext value={{ company, memberId, actions, onSaid: setSaid, onLeft: leave, onGone: lose, box }}>
      <div ref={box} tabIndex={-1} className="scroll-mt-16 outline-none">
        <p role="status" className="sr-only">
          {said}
        </p>
        {gone !== null && (
          <div className="mb-6">
            <Banner tone="wrong" onDismiss={() => setGone(null)}>
              {text("gone", { name: gone })}
            </Banner>
          </div>
        )}
        {fields.some(({ settling }) => settling) && (
          <Suspense>
            <Settling words={text("settling")} />
          </Suspense>
        )}
        <Section title={text("shownTitle")}>
          {asked.length > 0 && (
            <BareList className="divide-y divide-hairline">
              {asked.map((field, index) => (
                <li key={field.id} className="py-4 first:pt-0 last:pb-0">
                  <AskedField field={field} place={index} last={index === asked.length - 1} />
                </li>
              ))}
            </BareList>
          )}
          <div className="mt-6 first:mt-0">
            {fields.length >= maxFields ? (
              <p className="text-sm text-ink-soft">{text("full", { max: maxFields })}</p>
            ) : (
              <AddedField first={asked.length === 0} />
            )}
          </div>
        </Section>
        {retired.length > 0 && (
          <Section title={text("retiredTitle")} description={text("retiredText")}>
            <BareList className="divide-y divide-hairline">
              {retired.map((field) => (
                <li key={field.id} className="py-4 first:pt-0 last:pb-0">
                  <RetiredField field={field} />
                </li>
              ))}
            </BareList>
          </Section>
        )}
      </div>
    </DeskContext>
  );

  function leave(words: string) {
    setSaid(words);
    box.current?.focus({ preventScroll: true });
  }
  function lose(name: string) {
    setGone(name);
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView();
  }
}
