"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { tellUnkept } from "#components/live/unkept.ts";
import { type Saving, useHere } from "#components/live/use-choice.ts";
import { Toast } from "#components/ui/toast.tsx";
import type { RehireContact } from "#lib/people/input.ts";
import { type Audiences, countReach, isWider, type Reach, reachedBy } from "./audiences.ts";
import { changesBy, type PresetName, presetNames, presetOf } from "./preset-choices.ts";
import { saveVisibility } from "./save-visibility.ts";

type PresetsProps = {
  company: string;
  fields: readonly string[];
  audiences: Audiences;
  /** Whom the audience CONTACT names. */
  contact: RehireContact | null;
  reach: Reach;
};

/** What was chosen, in words, and what stood there before. */
type Done = { said: string; before: Audiences; contact: RehireContact | null };

/** Three ways to choose for all fields in one go; each can be taken back for a moment. */
export function Presets({ company, fields, audiences, contact, reach }: PresetsProps) {
  const text = useTranslations("people.edit.visibility");
  const router = useRouter();
  const here = useHere();
  const [saving, setSaving] = useState<Saving>("untouched");
  const [done, setDone] = useState<Done | null>(null);

  async function send(chosen: Audiences, named = contact): Promise<boolean> {
    setSaving("saving");
    const answer = await saveVisibility(company, {
      audiences: chosen,
      ...(chosen.rehire === "CONTACT" && named && { rehireContact: named.memberId }),
    });
    setSaving(answer.ok ? "untouched" : answer);
    if (answer.ok || answer.code === "offline") router.refresh();
    if (!answer.ok && !here.current) tellUnkept(answer);
    return answer.ok;
  }
  async function choose(name: PresetName) {
    if (saving === "saving") return;
    const preset = presetOf(name, fields, reach.kind);
    const changes = changesBy(preset, audiences);
    const changed = fields.filter((field) => field in changes);
    const people = Math.max(
      0,
      ...changed.map((field) => {
        const before = reachedBy(field, audiences[field] ?? "NOBODY", reach);
        const after = reachedBy(field, changes[field] ?? "NOBODY", reach);
        return isWider(before, after) ? (countReach(after, reach) ?? 0) : 0;
      }),
    );
    const before = Object.fromEntries(changed.map((field) => [field, audiences[field] ?? "NOBODY"]));
    // All of it: the page may not say yet what was chosen a moment ago.
    if (!(await send(preset)) || changed.length === 0) return;
    const count = changed.length;
    setDone({
      said: people > 0 ? text("presetReach", { count, people }) : text("preset", { count }),
      before,
      contact,
    });
  }
  return (
    <div className="relative grid gap-3">
      <div className="grid gap-3 sm:grid-cols-3">
        {presetNames.map((name) => {
          const holds = Object.keys(changesBy(presetOf(name, fields, reach.kind), audiences)).length === 0;
          return (
            <button
              key={name}
              type="button"
              aria-pressed={holds}
              onClick={() => choose(name)}
              className={cardStyle}
            >
              <span className="font-medium">{text(`presets.${name}.name`)}</span>
              <span className="text-sm text-ink-soft [word-break:auto-phrase]">
                {name === "colleagues"
                  ? text(`presets.colleagues.text${reach.kind}`)
                  : text(`presets.${name}.text`)}
              </span>
            </button>
          );
        })}
      </div>
      <div className="has-[p:empty]:absolute">
        <SavedMark saving={saving} />
      </div>
      <Toast
        onOver={() => setDone(null)}
        onUndo={done ? () => void send(done.before, done.contact) : undefined}
      >
        {done?.said ?? ""}
      </Toast>
    </div>
  );
}

const cardStyle =
  "flex flex-col gap-1 rounded-control border border-line p-3 text-start transition-colors hover:bg-sunken aria-pressed:border-accent-fill aria-pressed:bg-accent-soft";
