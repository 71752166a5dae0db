"use client";

import { startTransition, useOptimistic, useState } from "react";
import type { Preferences } from "#lib/auth/schema.ts";
import type { ActionResult, Refusal } from "#lib/results.ts";

export type SavePreferences = (preferences: Preferences) => Promise<ActionResult<void>>;

export type Saving = "untouched" | "saving" | "saved" | Refusal;

/** One preference that is kept as soon as it is chosen, and shown at once; a refusal brings the old one back. */
export function usePreference<Key extends keyof Preferences>(
  key: Key,
  kept: NonNullable<Preferences[Key]>,
  save: SavePreferences,
) {
  const [value, show] = useOptimistic(kept);
  const [saving, setSaving] = useState<Saving>("untouched");
  function choose(chosen: NonNullable<Preferences[Key]>) {
    if (chosen === value) return;
    setSaving("saving");
    startTransition(async () => {
      show(chosen);
      const result = await save({ [key]: chosen });
      startTransition(() => setSaving(result.ok ? "saved" : result));
    });
  }
  return { value, saving, choose };
}
