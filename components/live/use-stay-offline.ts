"use client";

import { useEffect, useState } from "react";

/**
 * Keeps the reader on the page that they have while there is no network: following a link would replace it, with what they are writing,
 * by one that says that nothing can be loaded. Whether they have tried, since the network went.
 */
export function useStayOffline(): boolean {
  const [tried, setTried] = useState(false);
  useEffect(() => {
    const stay = (event: MouseEvent) => {
      if (navigator.onLine || !leads(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setTried(true);
    };
    const forget = () => setTried(false);
    document.addEventListener("click", stay, true);
    addEventListener("online", forget);
    return () => {
      document.removeEventListener("click", stay, true);
      removeEventListener("online", forget);
    };
  }, []);
  return tried;
}

/** Whether a click would lead this very window to another page of ours. */
function leads({ target, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return false;
  if (link.target === "_blank" || link.hasAttribute("download") || link.origin !== location.origin)
    return false;
  return link.pathname !== location.pathname || link.search !== location.search;
}
