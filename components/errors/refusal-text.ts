"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Refusal } from "#lib/results.ts";

/** What a refusal says to a person. */
export function useRefusalText(): (refusal: Refusal) => string {
  const text = useTranslations("errors");
  return useCallback(
    (refusal) => {
      switch (refusal.code) {
        case "too-many":
          return text("too-many", { minutes: Math.ceil(refusal.retryAfter / 60) });
        case "unexpected":
          return text("unexpected", { requestId: refusal.requestId });
        default:
          return text(refusal.code);
      }
    },
    [text],
  );
}
