"use client";

import { useState } from "react";
import type { Failure } from "#components/live/live-request.ts";
import type { ImportRow, RowsAsked } from "#lib/leavers/schema.ts";
import { useImport } from "./import-context.ts";

type Page = { rows: ImportRow[]; next: number | null };

/**
 * The people who are asked for, by their place. Whom a correction or a decision takes elsewhere stays where they are until one looks at
 * something else: nothing moves from under a hand.
 */
export function useRows(first: Page, asked: RowsAsked) {
  const { ask, actions } = useImport();
  const [known, setKnown] = useState<ReadonlyMap<number, ImportRow>>(() => merge(new Map(), first.rows));
  const [seen, setSeen] = useState(first);
  const [next, setNext] = useState(first.next);
  const [more, setMore] = useState<"idle" | "asking" | Failure>("idle");
  if (seen !== first) {
    setSeen(first);
    setKnown(merge(known, first.rows));
  }

  /** The first of those that came, or null where none did. */
  async function showMore(after: number): Promise<number | null> {
    setMore("asking");
    const answer = await ask(actions.listImportRowsAction, { asked: { ...asked, after } });
    setMore(answer.ok ? "idle" : answer);
    if (!answer.ok) return null;
    setKnown((now) => merge(now, answer.data.rows));
    setNext(answer.data.next);
    return answer.data.rows[0]?.place ?? null;
  }
  return {
    rows: [...known.values()].toSorted((one, other) => one.place - other.place),
    next,
    more,
    showMore,
    change: (row: ImportRow) => setKnown((now) => merge(now, [row])),
    /** Those who wait for a decision have this one. */
    decideWaiting: (decision: ImportRow["decision"]) =>
      setKnown((now) =>
        merge(
          now,
          [...now.values()].flatMap((row) =>
            row.verdict === "DECIDE" && !row.decision ? { ...row, decision } : [],
          ),
        ),
      ),
  };
}

function merge(known: ReadonlyMap<number, ImportRow>, rows: readonly ImportRow[]) {
  return new Map([...known, ...rows.map((row): [number, ImportRow] => [row.place, row])]);
}
