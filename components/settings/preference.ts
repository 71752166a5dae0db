"use client";

import { startTransition, useOptimistic, useState } from "react";
import type { saveOwnChatPreferences, saveOwnPreferences } from "#app/c/[company]/settings/actions.ts";
import { type Offline, requestByHttp } from "#components/live/live-request.ts";
import type { ActionResult, Refusal } from "#lib/results.ts";

export type SavePreferences = typeof saveOwnPreferences;
/** The action, bound to a company. */
export type SaveChatPreferences = (
  preferences: Parameters<typeof saveOwnChatPreferences>[1],
) => ReturnType<typeof saveOwnChatPreferences>;

export type Saving = "untouched" | "saving" | "saved" | Refusal | Offline;

/** One preference that is kept as soon as it is chosen, and shown at once; what was not kept goes back to the old one. */
export function usePreference<Value>(kept: Value, save: (chosen: Value) => Promise<ActionResult<void>>) {
  const [value, show] = useOptimistic(kept);
  const [saving, setSaving] = useState<Saving>("untouched");
  function choose(chosen: Value) {
    if (chosen === value) return;
    setSaving("saving");
    startTransition(async () => {
      show(chosen);
      const result = await requestByHttp(() => save(chosen));
      startTransition(() => setSaving(result.ok ? "saved" : result));
    });
  }
  return { value, saving, choose };
}
