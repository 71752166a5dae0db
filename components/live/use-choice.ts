"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Failure } from "./live-request.ts";
import type { sendChoice } from "./sending.ts";
import { tellUnkept } from "./unkept.ts";

export type Saving = "untouched" | "saving" | "saved" | Failure;

/** `passed`: the values that the page had or was to have until now. While it says one of these, it has not caught up yet. */
type Choice<Value> = { value: Value; underWay: number; refused: boolean; passed: readonly Value[] };

/**
 * One choice that is kept as soon as it is made, and shown at once; what was not kept goes back to the old one, and is told on
 * whichever page one is by then. No transition: until it is done nobody could go to another page. Without `refresh` whoever calls sees to it
 * that `kept` becomes what was kept.
 */
export function useChoice<Value>(
  kept: Value,
  save: (chosen: Value) => ReturnType<typeof sendChoice>,
  { refresh = true }: { refresh?: boolean } = {},
) {
  const router = useRouter();
  const [choice, setChoice] = useState<Choice<Value> | null>(null);
  const [saving, setSaving] = useState<Saving>("untouched");
  const here = useHere();
  // The page says it itself by now, says something newer, or will not.
  if (choice?.underWay === 0 && (choice.refused || choice.value === kept || !choice.passed.includes(kept)))
    setChoice(null);
  const value = choice ? choice.value : kept;

  async function choose(chosen: Value) {
    if (chosen === value) return;
    setSaving("saving");
    setChoice((now) => ({
      value: chosen,
      underWay: (now?.underWay ?? 0) + 1,
      refused: false,
      passed: [...(now?.passed ?? [kept]), chosen],
    }));
    const answer = await save(chosen);
    setChoice((now) => now && { ...now, underWay: now.underWay - 1, refused: !answer.ok });
    setSaving(answer.ok ? "saved" : answer);
    // Language and colours are the layout's, and what other pages were fetched with. Without an answer it may have been kept all the same.
    if (refresh && (answer.ok || answer.code === "offline")) router.refresh();
    if (!answer.ok && !here.current) tellUnkept(answer);
  }
  return { value, saving, choose };
}

/** Whether the component is on the page still. */
export function useHere(): { readonly current: boolean } {
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}
