"use client";

import { useEffect, useState } from "react";

/**
 * What of a page is not needed to show it: `load` is asked for it once the browser has nothing else to do, and at once when it is
 * `wanted`. Null until it is there. Where it does not come it is asked for again when it is wanted, and when the network is back. Give
 * `load` from outside of the component.
 */
export function usePart<Part>(load: () => Promise<Part>, wanted: boolean): Part | null {
  const [part, setPart] = useState<{ value: Part } | null>(null);
  const missing = part === null;

  useEffect(() => {
    if (!missing) return;
    let over = false;
    // What fails is asked for again.
    const ask = () => void load().then((value) => over || setPart({ value }), ignore);
    if (wanted) ask();
    const cancel = whenIdle(ask);
    addEventListener("online", ask);
    return () => {
      over = true;
      cancel();
      removeEventListener("online", ask);
    };
  }, [load, wanted, missing]);
  return part?.value ?? null;
}

function ignore(): void {}

const idleTimeoutMs = 5_000;

/** Calls `work` in a quiet moment. Returns what calls it off. */
function whenIdle(work: () => void): () => void {
  // Safari has none.
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(work, 500);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(work, { timeout: idleTimeoutMs });
  return () => cancelIdleCallback(asked);
}
