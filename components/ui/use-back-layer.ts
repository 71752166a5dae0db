"use client";

import { useEffect, useEffectEvent } from "react";
import { type BackLayer, createBackLayer } from "./back-layer.ts";

let shared: BackLayer | undefined;

/** Has the browser's Back close what lies over the page while it is open. */
export function useBackLayer(open: boolean, onClose: () => void): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    // Deferred: Next may render during a history step that the layer has not handled yet.
    const timer = setTimeout(() => theLayer().passBy());
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => (open ? theLayer().open(() => close()) : undefined), [open]);
}

/** Closes what lies over the page. Await it before going on to another page from there, so that Back does not come by it again. */
export function leaveBackLayer(): Promise<void> {
  return theLayer().leave();
}

function theLayer(): BackLayer {
  shared ??= createBackLayer(window);
  return shared;
}
