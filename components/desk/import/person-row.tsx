import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Name } from "#components/person/name.tsx";
import { Reading } from "#components/person/reading.tsx";
import type { ImportRow } from "#lib/leavers/schema.ts";
import { DecideRow } from "./decide-row.tsx";
import { RowChanges } from "./row-changes.tsx";
import { RowFacts } from "./row-facts.tsx";
import { kanaOf, nameOf } from "./row-name.ts";
import { RowProblems } from "./row-problems.tsx";
import { VerdictTag } from "./verdict-tag.tsx";

type PersonRowProps = { row: ImportRow; onChanged: (row: ImportRow) => void };

/** Somebody of the files: who they are, what would become of them, what is wrong with them, and what HR says to that. */
export function PersonRow({ row, onChanged }: PersonRowProps) {
  const text = useTranslations("leavers.import.row");
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const name = nameOf(row.person) || text("noName");
  return (
    <article
      ref={box}
      tabIndex={-1}
      aria-labelledby={id}
      data-place={row.place}
      className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-card px-4 py-3 -outline-offset-2"
    >
      <div className="flex items-start justify-between gap-3">
        <h3 id={id} className="flex min-w-0 flex-wrap items-baseline gap-x-3">
          <Name className="font-semibold wrap-anywhere">{name}</Name>{" "}
          <Reading person={{ displayName: name, kana: kanaOf(row.person) }} />
        </h3>
        <VerdictTag row={row} />
      </div>
      <RowFacts row={row} />
      {row.verdict === "CHANGED" && <RowChanges changes={row.changes} />}
      <RowProblems
        row={row}
        name={name}
        onFixed={(fixed) => {
          onChanged(fixed);
          // The form goes with what was wrong.
          if (fixed.verdict !== "ERROR") box.current?.focus();
        }}
      />
      {row.verdict === "DECIDE" && <DecideRow row={row} name={name} onChanged={onChanged} />}
    </article>
  );
}
