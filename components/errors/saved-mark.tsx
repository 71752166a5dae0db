"use client";

import { CircleAlert, CircleCheck } from "lucide";
import { useTranslations } from "next-intl";
import type { Saving } from "#components/live/use-choice.ts";
import { Icon } from "#components/ui/icon.tsx";
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
          <Icon icon={CircleCheck} className="mt-[0.2lh] size-4 shrink-0 text-fine" />
          {text("saved")}
          {more && <span className="text-ink-soft">{more}</span>}
        </>
      )}
      {typeof saving === "object" && (
        <>
          <Icon icon={CircleAlert} className="mt-[0.2lh] size-4 shrink-0 text-wrong" />
          {describe(saving)}
        </>
      )}
    </p>
  );
}
