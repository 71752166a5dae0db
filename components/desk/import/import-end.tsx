"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Toast } from "#components/ui/toast.tsx";
import { companyHref, importHref, rejectedHref } from "#lib/hrefs.ts";
import type { ImportState } from "#lib/leavers/schema.ts";
import { useImport } from "./import-context.ts";
import { useOutcomeWords } from "./outcome-words.ts";
import { Part } from "./part.tsx";
import { UndoImport } from "./undo-import.tsx";

/** What came of an import that is over, and what can be done next. */
export function ImportEnd() {
  const text = useTranslations("leavers.import");
  const { company, detail } = useImport();
  const { state } = detail;
  const [undone, setUndone] = useState("");
  return (
    <Part title={text(`done.${titles.get(state) ?? "failedTitle"}`)}>
      <div className="grid gap-4 rounded-card bg-surface p-4 shadow-card sm:p-6">
        {state === "DONE" && <Outcome onUndone={setUndone} />}
        {state === "UNDONE" && <p>{text("done.undoneText")}</p>}
        {state === "CANCELLED" && <p>{text("done.cancelledText")}</p>}
        {(state === "FAILED" || state === "READING") && (
          <Banner tone="wrong">{text("work.readingFailed")}</Banner>
        )}
        {state === "APPLYING" && <Banner tone="wrong">{text("done.failedText")}</Banner>}
        <div className="flex flex-wrap gap-3">
          {state === "DONE" && (
            <LinkButton variant="primary" href={companyHref(company, "desk/leavers")}>
              {text("done.toLeavers")}
            </LinkButton>
          )}
          <LinkButton variant={state === "DONE" ? "secondary" : "primary"} href={importHref(company)}>
            {text("done.again")}
          </LinkButton>
        </div>
      </div>
      <Toast onOver={() => setUndone("")}>{undone}</Toast>
    </Part>
  );
}

const titles = new Map<ImportState, "title" | "undoneTitle" | "cancelledTitle">([
  ["DONE", "title"],
  ["UNDONE", "undoneTitle"],
  ["CANCELLED", "cancelledTitle"],
]);

function Outcome({ onUndone }: { onUndone: (words: string) => void }) {
  const text = useTranslations("leavers.import");
  const format = useFormatter();
  const { company, detail, actions } = useImport();
  const { taken, notTaken } = useOutcomeWords();
  const { outcome, counts, undoUntil } = detail;
  const parts = outcome && taken(outcome);
  const others = counts && notTaken(counts);
  return (
    <>
      <p className="text-lg">{parts ? text("done.parts", { parts }) : text("done.nothing")}</p>
      {others && (
        <div className="grid gap-2 text-sm">
          <p>{text("done.not", { parts: others })}</p>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <a href={rejectedHref(company, detail.id)} download className={buttonStyle({ size: "small" })}>
              {text("done.rejected")}
            </a>
            <span className="text-ink-soft">{text("done.rejectedHint")}</span>
          </p>
        </div>
      )}
      {undoUntil && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
          <UndoImport company={company} undone={detail} undo={actions.undoImportAction} onDone={onUndone} />
          <p className="text-ink-soft">
            {text("past.undoUntil", { day: format.dateTime(new Date(undoUntil), { dateStyle: "medium" }) })}
          </p>
        </div>
      )}
    </>
  );
}
