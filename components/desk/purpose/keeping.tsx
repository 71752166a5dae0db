"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type * as purposeActions from "#app/c/[company]/desk/purpose/actions.ts";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { useLive } from "#components/live/live-provider.tsx";
import { requestAction } from "#components/live/live-request.ts";
import type { Saving } from "#components/live/use-choice.ts";
import { Button } from "#components/ui/button.tsx";
import { BareList } from "#components/ui/list.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Section } from "#components/ui/section.tsx";
import { type KeepingMonths, type Keeping as Kept, keepingMonths, maxCounted } from "#lib/leavers/schema.ts";

type KeepingProps = {
  slug: string;
  keeping: Kept;
  count: typeof purposeActions.countExpiringAction;
  keep: typeof purposeActions.keepLeaversAction;
};

/** For how long records are kept of those who do not come: chosen, and saved once it is said how many go at once. And what went. */
export function Keeping({ slug, keeping, count, keep }: KeepingProps) {
  const text = useTranslations("desk.keeping");
  const format = useFormatter();
  const { socket } = useLive();
  const [wanted, setWanted] = useState<KeepingMonths | null>(null);
  const [counted, setCounted] = useState<{ months: KeepingMonths; people: number } | null>(null);
  const [saving, setSaving] = useState<Saving>("untouched");
  const choice = useRef<HTMLDivElement>(null);
  const people = (many: number) =>
    many >= maxCounted ? text("orMore", { count: maxCounted }) : text("people", { count: many });
  // An answer may be to what was chosen before.
  const atOnce = counted !== null && counted.months === wanted ? counted.people : null;

  async function choose(months: KeepingMonths) {
    setSaving("untouched");
    setWanted(months === keeping.months ? null : months);
    if (months === keeping.months) return;
    const answer = await requestAction(socket, () => count(slug, { months }));
    if (answer.ok) setCounted({ months, people: answer.data });
    else setSaving(answer);
  }
  async function save(months: KeepingMonths) {
    setSaving("saving");
    const answer = await requestAction(socket, () => keep(slug, { months }));
    setSaving(answer.ok ? "saved" : answer);
    if (answer.ok) end();
  }
  function end() {
    setWanted(null);
    choice.current?.querySelector<HTMLElement>("input:checked")?.focus();
  }
  return (
    <Section title={text("title")} description={text("description")}>
      <div ref={choice} className="grid gap-4">
        <RadioGroup
          label={text("months")}
          hint={text("hint")}
          name="months"
          options={keepingMonths.map((months) => ({
            value: String(months),
            label: text("option", { months }),
          }))}
          value={String(wanted ?? keeping.months)}
          onValueChange={(value) => {
            const months = keepingMonths.find((one) => String(one) === value);
            if (months) void choose(months);
          }}
        />
        {wanted !== null && atOnce !== null && (
          <div className="grid gap-3 rounded-control bg-sunken p-3 text-sm">
            <p role="status">
              {atOnce > 0 ? text("goesAtOnce", { people: people(atOnce) }) : text("noneGoes")}
            </p>
            <div className="flex flex-wrap justify-end gap-3">
              <Button size="small" variant="quiet" onClick={end}>
                {text("cancel")}
              </Button>
              <Button
                size="small"
                variant={atOnce > 0 ? "danger" : "primary"}
                pending={saving === "saving"}
                onClick={() => void save(wanted)}
              >
                {text("keep", { months: wanted })}
              </Button>
            </div>
          </div>
        )}
        <SavedMark saving={saving} />
        <p className="text-sm">
          {text(keeping.soon > 0 ? "soon" : "noneSoon", { people: people(keeping.soon) })}
        </p>
        {keeping.gone.length > 0 && (
          <div className="text-sm">
            <h3 className="font-medium">{text("gone")}</h3>
            <BareList className="mt-1 grid gap-1 text-ink-soft">
              {keeping.gone.map(({ day, people: went }) => (
                <li key={day}>
                  {text("goneOn", {
                    date: format.dateTime(new Date(day), { dateStyle: "long", timeZone: "UTC" }),
                    people: people(went),
                  })}
                </li>
              ))}
            </BareList>
          </div>
        )}
      </div>
    </Section>
  );
}
