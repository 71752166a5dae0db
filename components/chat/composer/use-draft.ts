"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { KeptText } from "#components/chat/state/kept-text.ts";
import type { Quote } from "#lib/chat/schema.ts";

type Draft = {
  text: string;
  setText: (text: string) => void;
  /** Whether no other tab has changed it since; else it becomes what it is there. To be asked before it is sent: it may be sent already. */
  isOwn: () => boolean;
};

/** What is being written, kept on this device until it is sent, and the same in all its tabs: what one of them sends is gone in the others. */
export function useDraft(kept: KeptText): Draft {
  const [text, setText] = useState("");
  useEffect(() => setText((typed) => typed || kept.draft.read()), [kept]);

  function isOwn(): boolean {
    const news = kept.draft.news();
    if (news !== null) setText(news);
    return news === null;
  }
  useOtherTabs(isOwn);
  return {
    text,
    setText(next) {
      kept.draft.keep(next);
      setText(next);
    },
    isOwn,
  };
}

/** The line of this number as a reply quotes it; null where it cannot be replied to, undefined when that is not known (offline). */
export type FindQuote = (number: number) => Promise<Quote | null | undefined>;

/** The line being replied to, kept as the draft is until the reply is sent. If it is gone by then, the reply becomes a plain message. */
export function useKeptQuote(kept: KeptText, find: FindQuote): [Quote | null, (quote: Quote | null) => void] {
  const [quote, setQuote] = useState<Quote | null>(null);
  const choices = useRef(0);
  const bringBack = useEffectEvent(async (number: number) => {
    const choice = choices.current;
    const found = await find(number);
    // What was chosen or sent meanwhile counts.
    if (choices.current !== choice) return;
    if (found) setQuote(found);
    else if (found === null) kept.quoted.keep(null);
  });
  useEffect(() => {
    const number = kept.quoted.read();
    if (number) void bringBack(number);
  }, [kept]);
  useOtherTabs(() => {
    const news = kept.quoted.news();
    if (!news) return;
    choices.current++;
    if (news.number) void bringBack(news.number);
    else setQuote(null);
  });
  return [
    quote,
    (next) => {
      choices.current++;
      kept.quoted.keep(next?.number ?? null);
      setQuote(next);
    },
  ];
}

/** Calls `look` when another tab may have changed what this device keeps; a tab that slept hears nothing, and looks when it is seen again. */
function useOtherTabs(look: () => void): void {
  const lookNow = useEffectEvent(look);
  useEffect(() => {
    const looked = () => lookNow();
    addEventListener("storage", looked);
    addEventListener("pageshow", looked);
    document.addEventListener("visibilitychange", looked);
    return () => {
      removeEventListener("storage", looked);
      removeEventListener("pageshow", looked);
      document.removeEventListener("visibilitychange", looked);
    };
  }, []);
}
