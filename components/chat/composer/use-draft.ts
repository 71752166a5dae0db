"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { KeptText } from "#components/chat/state/kept-text.ts";
import type { Quote } from "#lib/chat/schema.ts";

/** What is being written, kept on this device until it is sent. */
export function useDraft(kept: KeptText): [string, (text: string) => void] {
  const [text, setText] = useState("");
  useEffect(() => setText((typed) => typed || kept.draft()), [kept]);
  return [
    text,
    (next) => {
      kept.keepDraft(next);
      setText(next);
    },
  ];
}

/** The line of this number as a reply quotes it; null where it cannot be replied to, undefined when that is not known (offline). */
export type FindQuote = (number: number) => Promise<Quote | null | undefined>;

/** The line being replied to, kept in this browser until the reply is sent. If it is gone by then, the reply becomes a plain message. */
export function useKeptQuote(kept: KeptText, find: FindQuote): [Quote | null, (quote: Quote | null) => void] {
  const [quote, setQuote] = useState<Quote | null>(null);
  const chosen = useRef(false);
  const bringBack = useEffectEvent(async (number: number) => {
    const found = await find(number);
    // What was chosen or sent meanwhile counts.
    if (chosen.current) return;
    if (found) setQuote(found);
    else if (found === null) kept.keepQuoted(null);
  });
  useEffect(() => {
    const number = kept.quoted();
    if (number) void bringBack(number);
  }, [kept]);
  return [
    quote,
    (next) => {
      chosen.current = true;
      kept.keepQuoted(next?.number ?? null);
      setQuote(next);
    },
  ];
}
