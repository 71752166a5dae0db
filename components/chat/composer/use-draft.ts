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

/** The line of this number as a reply shows it; null where there is nothing to answer, undefined when nobody says. */
export type FindQuote = (number: number) => Promise<Quote | null | undefined>;

/** What is being answered, kept on this device until it is sent. Where it cannot be found again, the answer is a plain line. */
export function useKeptQuote(kept: KeptText, find: FindQuote): [Quote | null, (quote: Quote | null) => void] {
  const [quote, setQuote] = useState<Quote | null>(null);
  const chosen = useRef(false);
  const bringBack = useEffectEvent(async (number: number) => {
    const found = await find(number);
    // Whatever one chose meanwhile, or sent, holds.
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
