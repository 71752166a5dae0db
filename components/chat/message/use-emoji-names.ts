"use client";

import { useEffect, useState } from "react";
import { foldLetters } from "#lib/letters.ts";
import { isText, listOf, pairOf } from "#lib/shapes.ts";
import type { NamedEmoji } from "./emoji-search.ts";

const isList = listOf(pairOf(isText, isText));
let loading: Promise<NamedEmoji[]> | undefined;

/** What emoji are called, in both languages; null until it is here, undefined where it did not come. Asked for once a page. */
export function useEmojiNames(): readonly NamedEmoji[] | null | undefined {
  const [names, setNames] = useState<readonly NamedEmoji[] | null | undefined>(null);
  useEffect(() => {
    let over = false;
    loading ??= load();
    loading.then(
      (loaded) => !over && setNames(loaded),
      () => {
        // The next one who opens the picker asks again.
        loading = undefined;
        if (!over) setNames(undefined);
      },
    );
    return () => {
      over = true;
    };
  }, []);
  return names;
}

async function load(): Promise<NamedEmoji[]> {
  const answer = await fetch("/api/emoji");
  const list: unknown = await answer.json();
  if (!isList(list)) throw new Error("These are no names of emoji.");
  return list.map(([emoji, names]) => ({ emoji, names: foldLetters(names) }));
}
