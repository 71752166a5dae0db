"use client";

import { createContext, type ReactNode, useContext, useEffect, useOptimistic } from "react";
import { type Navigation, watchNavigations } from "./navigations.ts";
import { pressedLink, watchPresses } from "./pressed-link.ts";
import { Travel } from "./travel.tsx";

const PendingContext = createContext<Navigation | null>(null);

/** Answers a press at once: marks what was pressed and draws a thread over the page, until the next one is there. */
export function PendingNavigation({ children }: { children: ReactNode }) {
  // Next tells of it within the transition that leads to the page, so that the value lasts as long as that does.
  const [pending, setPending] = useOptimistic<Navigation | null>(null);
  useEffect(() => watchNavigations(setPending), [setPending]);
  useEffect(() => watchPresses(), []);
  useEffect(() => {
    if (pending?.type === "push") return mark(pending);
  }, [pending]);
  return (
    <PendingContext value={pending}>
      {pending && (
        <div
          data-leading-on=""
          className="pointer-events-none fixed inset-x-0 top-(--top) z-40 h-0.5 overflow-hidden"
        >
          <div className="h-full w-2/5 animate-thread bg-accent motion-reduce:w-full" />
        </div>
      )}
      {children}
      <Travel />
    </PendingContext>
  );
}

/** The page to which one is on the way; null once it is there. */
export function usePendingNavigation(): Navigation | null {
  return useContext(PendingContext);
}

/** Marks the link that was pressed for this page. Returns what takes the mark away. */
function mark({ href }: Navigation): (() => void) | undefined {
  const link = pressedLink();
  if (link?.href !== new URL(href, location.href).href) return;
  link.dataset.leading = "";
  return () => delete link.dataset.leading;
}
