"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { Failure } from "#components/live/live-request.ts";
import type { Decision, ImportRow } from "#lib/leavers/schema.ts";
import { useImport } from "./import-context.ts";
import { Refused } from "./refused.tsx";
import { SideBySide } from "./side-by-side.tsx";

type DecideRowProps = { row: ImportRow; name: string; onChanged: (row: ImportRow) => void };

/** Whether somebody is one whom HR knows already, both beside each other, or is to be taken at all: shown at once, and taken back if it was not kept. */
export function DecideRow({ row, name, onChanged }: DecideRowProps) {
  const text = useTranslations("leavers.import.decide");
  const { ask, actions } = useImport();
  const [problem, setProblem] = useState<Failure | null>(null);
  const id = useId();
  const isUnclear = !row.leaver && !row.problems.some(({ kind }) => kind === "duplicate");
  const choices: readonly Decision[] = row.leaver ? ["MERGE", "TAKE", "LEAVE"] : ["TAKE", "LEAVE"];

  async function decide(decision: Decision) {
    if (decision === row.decision) return;
    setProblem(null);
    onChanged({ ...row, decision });
    const answer = await ask(actions.decideRowsAction, { places: [row.place], decision });
    if (answer.ok) return;
    setProblem(answer);
    onChanged(row);
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {row.leaver && <SideBySide person={row.person} leaver={row.leaver} />}
      {/* biome-ignore lint/a11y/useSemanticElements: no fields of a form. */}
      <div
        role="group"
        aria-label={text("label", { name })}
        aria-describedby={id}
        className="flex flex-wrap gap-2"
      >
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={choice === row.decision}
            onClick={() => void decide(choice)}
            className="filter-pill"
          >
            {text(choice === "TAKE" && isUnclear ? "upcoming" : choice)}
          </button>
        ))}
      </div>
      <p id={id} role="status" className="text-sm text-ink-soft">
        {text(noteOf())}
      </p>
      <Refused failure={problem} />
    </div>
  );

  function noteOf() {
    if (row.decision === "MERGE") return "mergeNote";
    if (row.decision === "TAKE") return isUnclear ? "upcomingNote" : "takeNote";
    return row.decision === "LEAVE" ? "leaveNote" : "waits";
  }
}
