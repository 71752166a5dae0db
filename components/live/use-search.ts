"use client";

import { useEffect, useEffectEvent, useReducer, useRef } from "react";
import type { ActionResult } from "#lib/results.ts";
import { requestByHttp } from "./live-request.ts";
import { newSearch, nextSearch } from "./search-state.ts";

const debounceMs = 150;

/**
 * Searches while one types: asks `find` for "" at once, and for what `type` is given 150 milliseconds after the last key; again when
 * the network is back. `find` is a server action, and may be asked twice.
 */
export function useSearch<Found>(find: (q: string) => Promise<ActionResult<Found>>) {
  const [search, dispatch] = useReducer(nextSearch<Found>, newSearch);
  const wanted = useRef<string>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function ask(q: string): Promise<Found | null> {
    clearTimeout(timer.current);
    const answer = await requestByHttp(() => find(q));
    if (q !== wanted.current) return null;
    dispatch({ type: "answered", q, answer });
    return answer.ok ? answer.data : null;
  }

  function type(text: string) {
    const q = text.trim();
    if (q === wanted.current) return;
    wanted.current = q;
    dispatch({ type: "asked", q });
    clearTimeout(timer.current);
    timer.current = setTimeout(ask, q === "" ? 0 : debounceMs, q);
  }

  const askAgain = useEffectEvent(() => void ask(wanted.current ?? ""));
  useEffect(() => {
    wanted.current = "";
    askAgain();
    addEventListener("online", askAgain);
    return () => {
      removeEventListener("online", askAgain);
      clearTimeout(timer.current);
      wanted.current = null;
    };
  }, []);

  /** Asks for what is wanted without waiting for another key; null when nothing comes, or the words have changed meanwhile. */
  const now = (q = search.q) => ask(q);
  return { search, type, now };
}
