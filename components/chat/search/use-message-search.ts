"use client";

import { useEffect, useEffectEvent, useReducer, useRef } from "react";
import type { SearchMessages } from "#components/chat/chat-actions.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import type { MessageHits } from "#lib/chat/schema.ts";
import { nextMessageSearch, openMessageSearch } from "./message-search-state.ts";

const pause = 200;

type MessageSearchSource = {
  slug: string;
  search: SearchMessages;
  /** Where to look; everywhere without one. */
  threadId?: string;
  q?: string;
  found?: MessageHits | null;
};

/** Asks at once for words that it opens with and knows no answer to, for what `type` is given soon after the last key, and for further pages. */
export function useMessageSearch({ slug, search, threadId, q = "", found = null }: MessageSearchSource) {
  const [state, dispatch] = useReducer(nextMessageSearch, openMessageSearch(q, found));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function ask(q: string) {
    clearTimeout(timer.current);
    if (q === "") return;
    const answer = await requestByHttp(() => search(slug, { q, threadId }));
    dispatch({ type: "answered", q, answer });
  }
  const askFirst = useEffectEvent(() => {
    if (!state.found) void ask(state.q);
  });
  useEffect(() => askFirst(), []);
  return {
    state,
    type(text: string) {
      const q = text.trim();
      dispatch({ type: "asked", q });
      clearTimeout(timer.current);
      timer.current = setTimeout(ask, pause, q);
    },
    /** Without waiting for another key. */
    now: () => ask(state.q),
    async more() {
      const { q } = state;
      const last = state.found?.hits.at(-1);
      if (!last || state.fetching) return;
      dispatch({ type: "more", q });
      const before = { sentAt: last.sentAt, id: last.id };
      const answer = await requestByHttp(() => search(slug, { q, threadId, before }));
      dispatch({ type: "answered more", q, answer });
    },
  };
}
