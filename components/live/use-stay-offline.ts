"use client";

import { useEffect, useSyncExternalStore } from "react";
import { createListeners } from "#components/ui/listeners.ts";

let tried = false;
const listeners = createListeners();

/** Whether there is a network to load another page. If not, records the attempt, and the frame's line tells the reader that they stay. */
export function canNavigate(): boolean {
  if (navigator.onLine) return true;
  setTried(true);
  return false;
}

/**
 * Keeps the reader on the page that they have while there is no network: following a link would replace it, with what they are writing,
 * by one that says that nothing can be loaded. Whether they have tried, since the network went.
 */
export function useStayOffline(): boolean {
  useEffect(() => {
    const stay = (event: MouseEvent) => {
      if (!leads(event) || canNavigate()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const forget = () => setTried(false);
    document.addEventListener("click", stay, true);
    addEventListener("online", forget);
    return () => {
      document.removeEventListener("click", stay, true);
      removeEventListener("online", forget);
    };
  }, []);
  return useTried();
}

/** Whether the reader wanted to go to another page, since the network went. */
export function useTried(): boolean {
  return useSyncExternalStore(
    listeners.subscribe,
    () => tried,
    () => false,
  );
}

function setTried(next: boolean): void {
  tried = next;
  listeners.emit();
}

/** Whether a click would load another page of ours in this window. */
function leads({ target, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return false;
  if (link.target === "_blank" || link.hasAttribute("download") || link.origin !== location.origin)
    return false;
  return link.pathname !== location.pathname || link.search !== location.search;
}
