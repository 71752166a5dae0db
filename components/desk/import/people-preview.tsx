"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Seat } from "#components/ui/illustrations/seat.tsx";
import { BareList } from "#components/ui/list.tsx";
import { type ImportCounts, type ImportRow, type RowsAsked, verdicts } from "#lib/leavers/schema.ts";
import { DecideAll } from "./decide-all.tsx";
import { Part } from "./part.tsx";
import { PersonRow } from "./person-row.tsx";
import { PreviewFilters } from "./preview-filters.tsx";
import { Refused } from "./refused.tsx";
import { useRows } from "./use-rows.ts";

type PeoplePreviewProps = {
  counts: ImportCounts;
  asked: RowsAsked;
  first: { rows: ImportRow[]; next: number | null };
};

/** Whom the files hold, and what would become of each: looked at, corrected and decided before anything is written. */
export function PeoplePreview({ counts, asked, first }: PeoplePreviewProps) {
  const text = useTranslations("leavers.import.preview");
  const list = useRef<HTMLElement>(null);
  const { rows, next, more, showMore, change, decideWaiting } = useRows(first, asked);
  // Whom the focus goes to once they are there.
  const [goal, setGoal] = useState<number | null>(null);
  useEffect(() => {
    if (goal !== null) list.current?.querySelector<HTMLElement>(`[data-place="${goal}"]`)?.focus();
  }, [goal]);
  const everybody = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
  if (everybody === 0)
    return (
      <EmptyState picture={<Seat />} title={text("nobodyTitle")}>
        {text("nobodyText")}
      </EmptyState>
    );
  return (
    <Part ref={list} title={text("title")}>
      <PreviewFilters counts={counts} asked={asked} />
      <DecideAll waiting={counts.DECIDE - counts.decided} onDecided={decideWaiting} />
      <p role="status" className="sr-only">
        {text("shown", { count: rows.length })}
      </p>
      {rows.length === 0 ? (
        <EmptyState small picture={<Seat />} title={text("noneTitle")}>
          {text("noneText")}
        </EmptyState>
      ) : (
        <BareList
          aria-label={text("list")}
          className="divide-y divide-hairline rounded-card bg-surface shadow-card"
        >
          {rows.map((row) => (
            <li key={row.place}>
              <PersonRow row={row} onChanged={change} />
            </li>
          ))}
        </BareList>
      )}
      {next !== null && (
        <div className="text-center">
          <Button pending={more === "asking"} onClick={() => void showMore(next).then(setGoal)}>
            {text("more")}
          </Button>
          <Refused failure={more} />
        </div>
      )}
    </Part>
  );
}
