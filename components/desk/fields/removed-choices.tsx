"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import type { Failure } from "#components/live/live-request.ts";
import { inLanguage } from "#lib/people/details.ts";
import type { SaidField } from "#lib/people/field-input.ts";
import type { DeskField } from "#lib/people/schema.ts";
import { useDesk } from "./desk-context.ts";

type RemovedChoicesProps = { field: DeskField; choices: SaidField["choices"] };

/** What is taken away, and how many have chosen it. */
export function RemovedChoices({ field, choices }: RemovedChoicesProps) {
  const text = useTranslations("people.fields");
  const locale = useLocale();
  const format = useFormatter();
  const { ask, countAnswersAction } = useDesk();
  const [counts, setCounts] = useState<Record<string, number> | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const removed = field.choices.filter(({ id }) => choices.every((choice) => choice.id !== id));
  // biome-ignore lint/correctness/useExhaustiveDependencies: as soon as one is taken away, and with each further one until it is known.
  useEffect(() => {
    if (removed.length === 0 || counts) return;
    setProblem(null);
    void ask(countAnswersAction, { id: field.id }).then((counted) => {
      if (counted.ok) setCounts(counted.data.choices);
      else setProblem(counted);
    });
  }, [removed.length]);
  if (removed.length === 0) return <p role="status" className="sr-only" />;
  if (problem && !counts) return <SavedMark saving={problem} />;
  const people = removed.reduce((sum, { id }) => sum + (counts?.[id] ?? 0), 0);
  const names = format.list(removed.map((choice) => inLanguage(choice, locale)));
  return (
    <p role="status" className="text-sm text-careful">
      {counts ? text("removed", { names, people }) : text("counting")}
    </p>
  );
}
