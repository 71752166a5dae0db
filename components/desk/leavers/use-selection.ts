import { useState } from "react";
import type { AskedLeavers } from "#lib/leavers/list-query.ts";
import type { GivenSelection } from "#lib/leavers/record-input.ts";
import { leaversParameters } from "./leavers-href.ts";

type Chosen = { of: string; ids: ReadonlySet<string>; all: boolean };

const nobody: ReadonlySet<string> = new Set();

/** Who is chosen of those that are asked for: some by their boxes, or all who match. Asked something else, nobody is. */
export function useSelection(asked: AskedLeavers, total: number) {
  const of = leaversParameters({ ...asked, sort: "name", column: [] }).toString();
  const [chosen, setChosen] = useState<Chosen>({ of, ids: nobody, all: false });
  const { ids, all } = chosen.of === of ? chosen : { ids: nobody, all: false };
  const selection: GivenSelection = all ? { query: of, count: total } : { ids: [...ids] };
  return {
    ids,
    all,
    count: all ? total : ids.size,
    selection,
    select: (next: ReadonlySet<string>) => setChosen({ of, ids: next, all: false }),
    selectAll: () => setChosen({ of, ids: nobody, all: true }),
    clear: () => setChosen({ of, ids: nobody, all: false }),
  };
}
