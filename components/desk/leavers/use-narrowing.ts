import { type Narrow, useNarrowed } from "#components/navigation/use-narrowed.ts";
import type { AskedLeavers } from "#lib/leavers/list-query.ts";
import { leaversHref } from "./leavers-href.ts";

/** What is wanted by now, and how one wants something else. */
export type Narrowing = { company: string; wanted: AskedLeavers; narrow: Narrow<AskedLeavers> };

/** What is asked of the list of leavers. */
export function useNarrowing(company: string, asked: AskedLeavers) {
  return useNarrowed(asked, (next) => leaversHref(company, next));
}
