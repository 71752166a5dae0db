"use client";

import { useEffect, useEffectEvent, useReducer, useRef } from "react";
import { requestByHttp } from "#components/live/live-request.ts";
import { type FindInCompany, type Found, newSearch, nextSearch } from "./search-state.ts";

const pause = 150;

/** Asks for the latest conversations at once, and for what `type` is given soon after the last key; again when the network is back. */
export function useSearch(company: string, find: FindInCompany) {
  const [search, dispatch] = useReducer(nextSearch, newSearch);
  const wanted = useRef<string>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function ask(q: string): Promise<Found | null> {
    clearTimeout(timer.current);
    const answer = await requestByHttp(() => find(company, { q }));
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
    timer.current = setTimeout(ask, q === "" ? 0 : pause, q);
  }

  const askAnew = useEffectEvent(() => void ask(wanted.current ?? ""));
  useEffect(() => {
    wanted.current = "";
    askAnew();
    addEventListener("online", askAnew);
    return () => {
      removeEventListener("online", askAnew);
      clearTimeout(timer.current);
      wanted.current = null;
    };
  }, []);

  /** Asks without waiting for another key; null when nothing comes, or the words have changed meanwhile. */
  const now = () => ask(search.q);
  return { search, type, now };
}
