"use client";

import { useEffect } from "react";
import { freshness } from "./page-freshness.ts";

/** Has the page drawn again where it may have missed something, if that is wanted; once, whoever wants it. */
export function useWantsFresh(wanted: boolean): void {
  useEffect(() => (wanted ? freshness.want() : undefined), [wanted]);
}
