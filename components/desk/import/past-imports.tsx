"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { undoImportAction } from "#app/c/[company]/desk/leavers/import/actions.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Umbrellas } from "#components/ui/illustrations/umbrellas.tsx";
import { BareList } from "#components/ui/list.tsx";
import { Toast } from "#components/ui/toast.tsx";
import type { ImportSummary } from "#lib/leavers/schema.ts";
import { PastImport } from "./past-import.tsx";

type PastImportsProps = { company: string; imports: readonly ImportSummary[]; undo: typeof undoImportAction };

/** What was imported before, the newest first, and what came of it. */
export function PastImports({ company, imports, undo }: PastImportsProps) {
  const text = useTranslations("leavers.import.past");
  const [said, setSaid] = useState("");
  const box = useRef<HTMLDivElement>(null);
  if (imports.length === 0)
    return (
      <EmptyState small picture={<Umbrellas />} title={text("emptyTitle")}>
        {text("emptyText")}
      </EmptyState>
    );
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Toast onOver={() => setSaid("")}>{said}</Toast>
      <BareList className="divide-y divide-hairline">
        {imports.map((one) => (
          <li key={one.id} className="py-4 first:pt-0 last:pb-0">
            <PastImport
              company={company}
              shown={one}
              undo={undo}
              onUndone={(words) => {
                setSaid(words);
                // The button goes with what it did.
                box.current?.focus({ preventScroll: true });
              }}
            />
          </li>
        ))}
      </BareList>
    </div>
  );
}
