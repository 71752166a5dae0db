"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Failure } from "#components/live/live-request.ts";

/** Longer times are said in hours. */
const maxMinutes = 120;

/** What a refusal, or that nobody answered, says to a person. */
export function useRefusalText(): (refusal: Failure) => string {
  const text = useTranslations("errors");
  return useCallback(
    (refusal) => {
      switch (refusal.code) {
        case "too-many":
          return refusal.retryAfter > maxMinutes * 60
            ? text("too-many-hours", { hours: Math.ceil(refusal.retryAfter / 3600) })
            : text("too-many", { minutes: Math.ceil(refusal.retryAfter / 60) });
        case "invalid":
          return text(
            Object.values(refusal.fields).includes("chat-strangers") ? "chat-strangers" : "invalid",
          );
        case "unexpected":
          return text("unexpected", { requestId: refusal.requestId });
        default:
          return text(refusal.code);
      }
    },
    [text],
  );
}
