"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Saving } from "#components/live/use-choice.ts";
import { useRefusalText } from "./refusal-text.ts";

/** Says, beside what was changed, that it is kept (`more`: and what comes of it), or why not. */
export function SavedMark({ saving, more }: { saving: Saving; more?: string }) {
  const text = useTranslations("ui");
  const describe = useRefusalText();
  return (
    <p role="status" className="flex items-start gap-2 text-sm">
      {saving === "saving" && <span className="text-ink-soft">{text("saving")}</span>}
      {saving === "saved" && (
        <>
          <CircleCheck className="mt-[0.2lh] size-4 shrink-0 text-fine" aria-hidden="true" />
          {text("saved")}
          {more && <span className="text-ink-soft">{more}</span>}
        </>
      )}
      {typeof saving === "object" && (
        <>
          <CircleAlert className="mt-[0.2lh] size-4 shrink-0 text-wrong" aria-hidden="true" />
          {describe(saving)}
        </>
      )}
    </p>
  );
}
