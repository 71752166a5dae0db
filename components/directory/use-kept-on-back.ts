"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { directoryHref } from "#components/navigation/directory-href.ts";
import type { Narrow, Narrowing } from "./use-narrowing.ts";

type KeptOnBack = Narrowing & { open: boolean };

/**
 * Narrows from what lies over the page with a history entry of its own: in this entry, so that Back leads to the page as it was opened; but
 * who closes the sheet by Back keeps what they chose in it.
 */
export function useKeptOnBack({ company, wanted, narrow, open }: KeptOnBack): Narrow {
  const chosen = useRef(false);
  const keep = useEffectEvent(() => {
    const { pathname, search } = location;
    // Not where they have moved on to another page.
    const stays = pathname === directoryHref(company);
    if (chosen.current && stays && `${pathname}${search}` !== directoryHref(company, wanted)) narrow({});
    chosen.current = false;
  });
  useEffect(() => {
    if (!open) return;
    // Deferred: Next's own handling of the step back would undo it.
    return () => void setTimeout(() => keep());
  }, [open]);
  return (part) => {
    chosen.current = true;
    narrow(part, "search");
  };
}
