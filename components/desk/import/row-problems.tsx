"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { ImportRow } from "#lib/leavers/schema.ts";
import { fieldsToFix } from "./fix-fields.ts";
import { FixForm } from "./fix-form.tsx";
import { ProblemList } from "./problem-list.tsx";

type RowProblemsProps = { row: ImportRow; name: string; onFixed: (row: ImportRow) => void };

/** What is wrong with somebody, and the fields to put it right: open where they can't be imported otherwise. */
export function RowProblems({ row, name, onFixed }: RowProblemsProps) {
  const text = useTranslations("leavers.import.fix");
  const [open, setOpen] = useState(row.verdict === "ERROR");
  // Where it was open it stays, with what was typed, until it is right.
  const fields = fieldsToFix(row);
  const shows = open && fields.length > 0;
  if (row.problems.length === 0 && fields.length === 0) return null;
  const listed = shows
    ? row.problems.filter(({ field }) => field === null || !fields.includes(field))
    : row.problems;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <ProblemList problems={listed} />
      {shows ? (
        <FixForm
          row={row}
          name={name}
          fields={fields}
          onFixed={(fixed) => {
            setOpen(fixed.verdict === "ERROR");
            onFixed(fixed);
          }}
        />
      ) : (
        fields.length > 0 && (
          <div>
            <Button size="small" aria-label={text("openOf", { name })} onClick={() => setOpen(true)}>
              {text("open")}
            </Button>
          </div>
        )
      )}
    </div>
  );
}
