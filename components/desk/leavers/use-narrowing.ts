"use client";

import { useRouter } from "next/navigation";
import { useEffect, useOptimistic, useRef, useTransition } from "react";
import type { AskedLeavers } from "#lib/leavers/list-query.ts";
import { leaversHref } from "./leavers-href.ts";

/** `search`: while one types, whose steps Back does not go through one by one. */
export type Narrow = (part: Partial<AskedLeavers>, by?: "choice" | "search") => void;

/** What is wanted by now, and how one wants something else. */
export type Narrowing = { company: string; wanted: AskedLeavers; narrow: Narrow };

/** What is asked of the list, in the address alone: as the directory has it. */
export function useNarrowing(company: string, asked: AskedLeavers) {
  const router = useRouter();
  const [moving, startMove] = useTransition();
  const [wanted, setWanted] = useOptimistic(asked);
  const latest = useRef(asked);
  useEffect(() => {
    if (!moving) latest.current = asked;
  }, [asked, moving]);

  const narrow: Narrow = (part, by = "choice") => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    const href = leaversHref(company, next);
    startMove(() => {
      setWanted(next);
      if (by === "search") router.replace(href, { scroll: false });
      else router.push(href, { scroll: false });
    });
  };
  return { wanted, moving, narrow };
}
