"use client";

import { type RefObject, useLayoutEffect } from "react";
import { cameBack } from "#components/navigation/navigations.ts";

const places = new Map<string, number>();

/** A box that scrolls by itself stands where one left it, for who comes back by the browser's Back or Forward. */
export function useKeptScroll(box: RefObject<HTMLElement | null>, name: string): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    if (cameBack()) element.scrollTop = places.get(name) ?? 0;
    return () => {
      places.set(name, element.scrollTop);
    };
  }, [box, name]);
}
