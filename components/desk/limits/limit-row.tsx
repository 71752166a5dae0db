"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import type { Answer } from "#components/live/live-request.ts";
import type { Saving } from "#components/live/use-choice.ts";
import { audienceIcons } from "#components/person/audience-icons.ts";
import { Banner } from "#components/ui/banner.tsx";
import { ChoiceMenu } from "#components/ui/choice-menu.tsx";
import { isRecordedField, type Limit, limitsFor } from "#lib/people/audiences.ts";
import type { DeskLimit } from "#lib/people/schema.ts";
import { type Counted, LimitQuestion } from "./limit-question.tsx";

export type NamedLimit = Omit<DeskLimit, "name"> & { name: string };
type LimitRowProps = {
  limit: NamedLimit;
  count: (said: { field: string; after: Limit }) => Promise<Answer<Counted>>;
  write: (said: {
    field: string;
    before: Limit;
    after: Limit;
  }) => Promise<Answer<{ written: boolean; limits: DeskLimit[] }>>;
};

/** What was chosen and is not saved yet, over what held as it was. */
type Wanted = { before: Limit; after: Limit };

/** Who sees one part of a profile at most: chosen, and saved once it is said what comes of it. */
export function LimitRow({ limit, count, write }: LimitRowProps) {
  const text = useTranslations("people.limits");
  const { field, name, widest } = limit;
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [saving, setSaving] = useState<Saving>("untouched");
  const [theirs, setTheirs] = useState<Limit | null>(null);
  const row = useRef<HTMLDivElement>(null);
  const options = limitsFor(field).map((one) => ({
    value: one,
    label: text(`limits.${one}`),
    icon: audienceIcons[one],
  }));

  function choose(after: Limit) {
    setSaving("untouched");
    setTheirs(null);
    setWanted(after === widest ? null : { before: widest, after });
  }
  function end() {
    setWanted(null);
    row.current?.querySelector("button")?.focus();
  }
  async function save({ before, after }: Wanted) {
    if (saving === "saving") return;
    setSaving("saving");
    const answer = await write({ field, before, after });
    if (!answer.ok) return setSaving(answer);
    setSaving(answer.data.written ? "saved" : "untouched");
    const now = answer.data.limits.find((one) => one.field === field)?.widest;
    if (!answer.data.written && now) setTheirs(now);
    end();
  }
  return (
    <div ref={row} className="grid gap-2">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1">
        <p className="min-w-0 break-words text-sm font-medium">{name}</p>
        <ChoiceMenu
          label={text("label", { field: name })}
          options={options}
          value={wanted?.after ?? widest}
          onChoose={choose}
        />
        {isRecordedField(field) && <p className="col-span-2 text-xs text-ink-soft">{text("recorded")}</p>}
      </div>
      {theirs && (
        <Banner tone="careful" title={text("conflict.title")} onDismiss={() => setTheirs(null)}>
          {text("conflict.text", { limit: text(`limits.${theirs}`) })}
        </Banner>
      )}
      {wanted && (
        <LimitQuestion
          key={wanted.after}
          field={field}
          name={name}
          after={wanted.after}
          count={count}
          saving={saving === "saving"}
          onSave={() => void save(wanted)}
          onCancel={end}
        />
      )}
      <div className="justify-self-end empty:hidden has-[p:empty]:hidden">
        <SavedMark saving={saving} />
      </div>
    </div>
  );
}
