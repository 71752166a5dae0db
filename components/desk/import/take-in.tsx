"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { rejectedHref } from "#lib/hrefs.ts";
import type { ImportCounts } from "#lib/leavers/schema.ts";
import { DiscardImport } from "./discard-import.tsx";
import { GroundForm } from "./ground-form.tsx";
import { useImport } from "./import-context.ts";
import { useOutcomeWords } from "./outcome-words.ts";

/** The bar that stays in view: how many would be imported and how many not, and the button to do it, which asks for the ground. */
export function TakeIn({ counts }: { counts: ImportCounts }) {
  const text = useTranslations("leavers.import");
  const { company, detail } = useImport();
  const { taken, notTaken } = useOutcomeWords();
  const [open, setOpen] = useState(false);
  const parts = taken({ added: counts.adding, changed: counts.changing });
  const others = notTaken(counts);
  const words = parts ? text("take.parts", { parts }) : text("take.nobody");
  return (
    <div className="sticky z-10 -mx-4 grid gap-3 border-t border-hairline bg-paper px-4 py-3 max-md:bottom-[calc(3.75rem+env(safe-area-inset-bottom))] sm:mx-0 sm:rounded-card sm:border sm:bg-surface sm:shadow-float md:bottom-4">
      {detail.failed && <Banner tone="wrong">{text("work.applyingFailed")}</Banner>}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-[1_1_14rem] text-sm">
          <p role="status">
            <span className="font-semibold">{words}</span>{" "}
            {others && <span className="text-ink-soft">{text("take.not", { parts: others })}</span>}
          </p>
          {others && (
            <a
              href={rejectedHref(company, detail.id)}
              download
              className="text-accent-ink underline decoration-1 underline-offset-4 hover:decoration-2"
            >
              {text("take.others")}
            </a>
          )}
        </div>
        <div className="flex gap-2">
          <DiscardImport />
          <Button variant="primary" disabled={!parts} onClick={() => setOpen(true)}>
            {text("take.button")}
          </Button>
        </div>
      </div>
      <Dialog title={words} description={text("take.why")} open={open} onOpenChange={setOpen}>
        <GroundForm onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}
