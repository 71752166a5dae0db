"use client";

import { useRouter } from "next/navigation";
import { useEffect, useOptimistic, useRef, useTransition } from "react";
import { type Asked, directoryFilters, directoryHref } from "#components/navigation/directory-href.ts";
import type { Dimension, DirectoryFilters } from "#lib/people/directory-query.ts";
import { type FieldDimension, fieldDimension } from "#lib/people/field-dimensions.ts";

/** `search`: while one types, whose steps Back does not go through one by one. */
export type Narrow = (part: Partial<Asked>, by?: "choice" | "search") => void;

/** What is wanted by now, and how one wants something else. */
export type Narrowing = DirectoryFilters & { company: string; wanted: Asked; narrow: Narrow };

/** All filters, in the order in which they are shown. */
export function filtersOf({ closed, fields }: DirectoryFilters): (Dimension | FieldDimension)[] {
  const open = directoryFilters.filter((dimension) => !closed.includes(dimension));
  return [...open, ...fields.map(({ id }) => fieldDimension(id))];
}

/**
 * What is asked of the directory, in the address alone. What is chosen shows at once, and what is chosen before its answer is there adds to
 * what was chosen before it.
 */
export function useNarrowing(company: string, asked: Asked) {
  const router = useRouter();
  const [moving, startMove] = useTransition();
  const [wanted, setWanted] = useOptimistic(asked);
  const latest = useRef(asked);
  useEffect(() => {
    // Also by the back button, or a link of this page.
    if (!moving) latest.current = asked;
  }, [asked, moving]);

  const narrow: Narrow = (part, by = "choice") => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    const href = directoryHref(company, next);
    startMove(() => {
      setWanted(next);
      if (by === "search") router.replace(href, { scroll: false });
      else router.push(href, { scroll: false });
    });
  };
  return { wanted, moving, narrow };
}
