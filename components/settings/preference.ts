"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
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

type Choice<Value> = { value: Value; underWay: number; refused: boolean };

/**
 * One preference that is kept as soon as it is chosen, and shown at once; what was not kept goes back to the old one, and is told on
 * whichever page one is by then. No transition: until it is done nobody could go to another page.
 */
export function usePreference<Value>(kept: Value, save: (chosen: Value) => ReturnType<typeof sendChoice>) {
  const router = useRouter();
  const [choice, setChoice] = useState<Choice<Value> | null>(null);
  const [saving, setSaving] = useState<Saving>("untouched");
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  // The page says it itself by now, or will not.
  if (choice?.underWay === 0 && (choice.refused || choice.value === kept)) setChoice(null);
  const value = choice ? choice.value : kept;

  async function choose(chosen: Value) {
    if (chosen === value) return;
    setSaving("saving");
    setChoice((now) => ({ value: chosen, underWay: (now?.underWay ?? 0) + 1, refused: false }));
    const answer = await save(chosen);
    setChoice((now) => now && { ...now, underWay: now.underWay - 1, refused: !answer.ok });
    setSaving(answer.ok ? "saved" : answer);
    // Language and colours are the layout's, and what other pages were fetched with.
    if (answer.ok) router.refresh();
    else if (!here.current) tellUnkept(answer);
  }
  return { value, saving, choose };
}
