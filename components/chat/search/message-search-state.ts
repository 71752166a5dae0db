import type { Answer } from "#components/live/live-request.ts";
import type { MessageHit, MessageHits } from "#lib/chat/schema.ts";

export type SearchTrouble = Exclude<Answer<MessageHits>, { ok: true }>;

/** `q` is what is wanted, `found` the last answer: of other words than `q` until theirs comes. */
export type MessageSearchState = {
  q: string;
  found: (MessageHits & { q: string }) | null;
  /** Whether the next page is being fetched. */
  fetching: boolean;
  trouble: SearchTrouble | null;
};

export type MessageSearchEvent =
  | { type: "asked"; q: string }
  | { type: "answered"; q: string; answer: Answer<MessageHits> }
  | { type: "more"; q: string }
  | { type: "answered more"; q: string; answer: Answer<MessageHits> };

export function openMessageSearch(q: string, found: MessageHits | null): MessageSearchState {
  return { q, found: found && { ...found, q }, fetching: false, trouble: null };
}

/** The next state: an answer to words that are no longer wanted is dropped. */
export function nextMessageSearch(state: MessageSearchState, event: MessageSearchEvent): MessageSearchState {
  const { q } = event;
  if (event.type === "asked") return q === state.q ? state : { ...state, q, fetching: false, trouble: null };
  if (q !== state.q) return state;
  if (event.type === "more") return { ...state, fetching: true, trouble: null };
  const { answer } = event;
  if (!answer.ok) return { ...state, fetching: false, trouble: answer };
  const before = event.type === "answered more" ? (state.found?.hits ?? []) : [];
  return {
    q,
    found: { q, hits: append(before, answer.data.hits), more: answer.data.more },
    fetching: false,
    trouble: null,
  };
}

/** Whether an answer to these words is still to come. */
export function isSearching({ q, found, trouble }: MessageSearchState): boolean {
  return q !== "" && !trouble && found?.q !== q;
}

// What is asked for twice comes twice.
function append(hits: MessageHit[], added: MessageHit[]): MessageHit[] {
  const known = new Set(hits.map(({ id }) => id));
  return [...hits, ...added.filter(({ id }) => !known.has(id))];
}
