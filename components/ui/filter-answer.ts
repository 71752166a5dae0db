"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";

type FilterChoice = { value: string; people: number };

/** What there is to choose, or in words why that is not known. */
export type FilterAnswer =
  | {
      choices: readonly FilterChoice[];
      atLeast: boolean;
      /** These are all that anybody has, and not the first of them or those that hold what was typed. */
      complete: boolean;
    }
  | { error: string };

export type FilterSource = {
  /** What can be chosen whose name holds what was typed. Asked for when the filter is opened; may be asked twice. */
  find: (typed: string) => Promise<FilterAnswer>;
  /** Stands for all that `find` counts beside: another one, and the numbers are asked for again. */
  beside: string;
};

const debounceMs = 150;

/** The newest answer, which stays until the next one is there; null before the first. `again` asks once more. */
export function useFilterAnswer({ find, beside }: FilterSource, typed: string) {
  const [answer, setAnswer] = useState<FilterAnswer | null>(null);
  const [busy, setBusy] = useState(true);
  const [tries, setTries] = useState(0);
  const latest = useRef(0);
  const before = useRef(typed);

  const ask = useEffectEvent(async () => {
    latest.current++;
    const call = latest.current;
    setBusy(true);
    const next = await find(typed);
    if (call !== latest.current) return;
    setAnswer(next);
    setBusy(false);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what `beside` stands for is asked for again.
  useEffect(() => {
    const waits = typed !== before.current && typed !== "";
    before.current = typed;
    const timer = setTimeout(() => ask(), waits ? debounceMs : 0);
    return () => clearTimeout(timer);
  }, [typed, beside, tries]);
  useEffect(() => {
    const again = () => setTries((now) => now + 1);
    addEventListener("online", again);
    return () => {
      removeEventListener("online", again);
      latest.current++;
    };
  }, []);
  return { answer, busy, again: () => setTries((now) => now + 1) };
}

/** What there is to tick: first what is chosen and not among the choices, without a number where it may be that others have it. */
export function withChosen(
  chosen: readonly string[],
  answer: FilterAnswer | null,
): { value: string; people: number | null }[] {
  const found = answer && "choices" in answer ? answer : null;
  const others = chosen.filter((value) => !found?.choices.some((choice) => choice.value === value));
  const people = found?.complete && !found.atLeast ? 0 : null;
  return [...others.map((value) => ({ value, people })), ...(found?.choices ?? [])];
}
