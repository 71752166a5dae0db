"use client";

import { useEffect, useEffectEvent, useReducer, useRef } from "react";
import type { SearchMessages } from "#components/chat/chat-actions.ts";
import { type Answer, requestByHttp } from "#components/live/live-request.ts";
import type { SearchError } from "#components/live/search-state.ts";
import type { MessageHit, MessageHits } from "#lib/chat/schema.ts";

const debounceMs = 200;

type MessageSearchSource = {
  slug: string;
  search: SearchMessages;
  /** Where to look; everywhere without one. */
  threadId?: string;
  q?: string;
  found?: MessageHits | null;
};

/** Searches at once for initial words that came without hits, 200 ms after the last `type`, and for further pages. */
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
      timer.current = setTimeout(ask, debounceMs, q);
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

/** `q` is what is wanted, `found` the last answer: of other words than `q` until theirs comes. */
export type MessageSearchState = {
  q: string;
  found: (MessageHits & { q: string }) | null;
  /** Whether the next page is being fetched. */
  fetching: boolean;
  error: SearchError | null;
};

export type MessageSearchEvent =
  | { type: "asked"; q: string }
  | { type: "answered"; q: string; answer: Answer<MessageHits> }
  | { type: "more"; q: string }
  | { type: "answered more"; q: string; answer: Answer<MessageHits> };

export function openMessageSearch(q: string, found: MessageHits | null): MessageSearchState {
  return { q, found: found && { ...found, q }, fetching: false, error: null };
}

/** The next state: an answer to words that are no longer wanted is dropped. */
export function nextMessageSearch(state: MessageSearchState, event: MessageSearchEvent): MessageSearchState {
  const { q } = event;
  if (event.type === "asked") return q === state.q ? state : { ...state, q, fetching: false, error: null };
  if (q !== state.q) return state;
  if (event.type === "more") return { ...state, fetching: true, error: null };
  const { answer } = event;
  if (!answer.ok) return { ...state, fetching: false, error: answer };
  const before = event.type === "answered more" ? (state.found?.hits ?? []) : [];
  return {
    q,
    found: { q, hits: append(before, answer.data.hits), more: answer.data.more },
    fetching: false,
    error: null,
  };
}

/** Whether an answer to these words is still to come. */
export function isSearching({ q, found, error }: MessageSearchState): boolean {
  return q !== "" && !error && found?.q !== q;
}

// A page that was asked for twice comes twice.
function append(hits: MessageHit[], added: MessageHit[]): MessageHit[] {
  const known = new Set(hits.map(({ id }) => id));
  return [...hits, ...added.filter(({ id }) => !known.has(id))];
}
