"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useOptimistic, useRef, useState } from "react";
import type { Failure } from "#components/live/live-request.ts";
import type { Preferences } from "#lib/auth/schema.ts";
import type { ChatPreferences } from "#lib/chat/schema.ts";
import { sendChoice } from "./sending.ts";
import { tellUnkept } from "./unkept-note.tsx";

export type Saving = "untouched" | "saving" | "saved" | Failure;

/** Keeps what the account chose, in all its companies. */
export function savePreferences(chosen: Preferences) {
  return sendChoice("/api/preferences", chosen);
}

/** Keeps what the member chose in the company of this slug. */
export function saveChatPreferences(slug: string, chosen: Partial<ChatPreferences>) {
  return sendChoice(`/api/c/${encodeURIComponent(slug)}/chat/preferences`, chosen);
}

/**
 * One preference that is kept as soon as it is chosen, and shown at once; what was not kept goes back to the old one, and is told on
 * whichever page one is by then.
 */
export function usePreference<Value>(kept: Value, save: (chosen: Value) => ReturnType<typeof sendChoice>) {
  const router = useRouter();
  const [value, show] = useOptimistic(kept);
  const [saving, setSaving] = useState<Saving>("untouched");
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  function choose(chosen: Value) {
    if (chosen === value) return;
    setSaving("saving");
    startTransition(async () => {
      show(chosen);
      const answer = await save(chosen);
      if (!answer.ok && !here.current) tellUnkept(answer);
      startTransition(() => {
        setSaving(answer.ok ? "saved" : answer);
        // Language and colours are the layout's, and what other pages were fetched with.
        if (answer.ok) router.refresh();
      });
    });
  }
  return { value, saving, choose };
}
