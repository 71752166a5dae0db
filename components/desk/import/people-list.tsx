"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Seat } from "#components/ui/illustrations/seat.tsx";
import { BareList } from "#components/ui/list.tsx";
import type { ImportRow, RowsAsked } from "#lib/leavers/schema.ts";
import { DecideAll } from "./decide-all.tsx";
import { PersonRow } from "./person-row.tsx";
import { Refused } from "./refused.tsx";
import { useRows } from "./use-rows.ts";

type PeopleListProps = {
  /** How many wait for a decision, of all. */
  waiting: number;
  asked: RowsAsked;
  first: { rows: ImportRow[]; next: number | null };
};

/** Those of whom it is asked, fifty at first, and a decision for all who wait for one. */
export function PeopleList({ waiting, asked, first }: PeopleListProps) {
  const text = useTranslations("leavers.import.preview");
  const box = useRef<HTMLDivElement>(null);
  const { rows, next, more, showMore, change, decideWaiting } = useRows(first, asked);
  // Whom the focus goes to once they are there.
  const [goal, setGoal] = useState<number | null>(null);
  useEffect(() => {
    if (goal !== null) box.current?.querySelector<HTMLElement>(`[data-place="${goal}"]`)?.focus();
  }, [goal]);
  return (
    <div ref={box} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <DecideAll waiting={waiting} onDecided={decideWaiting} />
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
    </div>
  );
}
