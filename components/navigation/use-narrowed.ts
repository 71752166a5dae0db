"use client";

import { useRouter } from "next/navigation";
import { useEffect, useOptimistic, useRef, useTransition } from "react";

/** Asks for something else. `search`: while one types, whose steps Back does not go through one by one. */
export type Narrow<Asked> = (part: Partial<Asked>, by?: "choice" | "search") => void;

/**
 * What is asked of a list, in the address alone, which `hrefOf` makes. What is chosen shows at once, and what is chosen before its answer is
 * there adds to what was chosen before it.
 */
export function useNarrowed<Asked extends object>(asked: Asked, hrefOf: (asked: Asked) => string) {
  const router = useRouter();
  const [moving, startMove] = useTransition();
  const [wanted, setWanted] = useOptimistic(asked);
  const latest = useRef(asked);
  useEffect(() => {
    // Also by the back button, or a link of this page.
    if (!moving) latest.current = asked;
  }, [asked, moving]);

  const narrow: Narrow<Asked> = (part, by = "choice") => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    const href = hrefOf(next);
    startMove(() => {
      setWanted(next);
      if (by === "search") router.replace(href, { scroll: false });
      else router.push(href, { scroll: false });
    });
  };
  return { wanted, moving, narrow };
}
