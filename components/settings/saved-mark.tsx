"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import type { Saving } from "./preference.ts";

/** Says, beside what was changed, that it is kept, or why not. */
export function SavedMark({ saving }: { saving: Saving }) {
  const text = useTranslations("settings");
  const describe = useRefusalText();
  return (
    <p role="status" className="flex items-center gap-2 text-sm">
      {saving === "saving" && <span className="text-ink-soft">{text("saving")}</span>}
      {saving === "saved" && (
        <>
          <CircleCheck className="size-4 text-fine" aria-hidden="true" />
          {text("saved")}
        </>
      )}
      {typeof saving === "object" && (
        <>
          <CircleAlert className="size-4 shrink-0 text-wrong" aria-hidden="true" />
          {describe(saving)}
        </>
      )}
    </p>
  );
}
