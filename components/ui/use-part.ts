"use client";

import { useEffect, useState } from "react";

/** A module that comes after the page. */
export type LatePart<Module> = { load: () => Promise<Module>; come: Module | null };

/** What `usePart` waits for, to be made outside of all components: `latePart(() => import("./menu.tsx"))`. */
export function latePart<Module>(load: () => Promise<Module>): LatePart<Module> {
  const part: LatePart<Module> = {
    come: null,
    async load() {
      part.come ??= await load();
      return part.come;
    },
  };
  return part;
}

type PartOptions = {
  /** False for what stands in many rows: who holds the rows asks for it once. */
  whenIdle?: boolean;
};

/**
 * What of a page is not needed to show it: asked for once the browser has nothing else to do, and at once when it is `wanted`. Null until it
 * is there. Where it does not come it is asked for again when it is wanted, and when the network is back.
 */
export function usePart<Module>(
  part: LatePart<Module>,
  wanted: boolean,
  { whenIdle = true }: PartOptions = {},
): Module | null {
  const [come, setCome] = useState<{ value: Module } | null>(null);
  const missing = come === null && part.come === null;

  useEffect(() => {
    if (!missing || !(wanted || whenIdle)) return;
    let over = false;
    // What fails is asked for again.
    const ask = () => void part.load().then((value) => over || setCome({ value }), ignore);
    if (wanted) ask();
    const cancel = whenIdle ? onceIdle(ask) : ignore;
    addEventListener("online", ask);
    return () => {
      over = true;
      cancel();
      removeEventListener("online", ask);
    };
  }, [part, wanted, whenIdle, missing]);
  return come?.value ?? part.come;
}

/**
 * A button whose popup is a part: `button` is what it says and does until that is there, `part` the popup's module once it was pressed. Not
 * before: the popup brings a button of its own, and the focus would be lost. Who goes on to something else has given up.
 */
export function useLateButton<Module>(late: LatePart<Module>, options?: PartOptions) {
  const [pressed, setPressed] = useState(false);
  const come = usePart(late, pressed, options);
  const ask = () => void late.load().then(ignore, ignore);
  const button = {
    type: "button",
    "aria-expanded": false,
    "aria-busy": pressed || undefined,
    onClick: () => setPressed(true),
    onBlur: () => setPressed(false),
    // On the way to a press: it is there by then, though nothing was asked for before.
    onPointerEnter: ask,
    onFocus: ask,
  } as const;
  return { part: pressed ? come : null, button };
}

function ignore(): void {}

const idleTimeoutMs = 5_000;

/** Calls `work` in a quiet moment. Returns what calls it off. */
function onceIdle(work: () => void): () => void {
  // Safari has none.
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(work, 500);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(work, { timeout: idleTimeoutMs });
  return () => cancelIdleCallback(asked);
}
