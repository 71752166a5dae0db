import type { Outbox } from "#components/chat/frame/outbox.ts";
import { createListeners } from "#components/ui/listeners.ts";
import { type ConversationEvent, type ConversationState, nextConversation } from "./conversation-state.ts";

export type ConversationStore = {
  get: () => ConversationState;
  dispatch: (event: ConversationEvent) => void;
  subscribe: (onChange: () => void) => () => void;
};

/** A conversation that is read and changed at once: what is under way between two renderings must see the newest state. */
export function createConversationStore(initial: ConversationState): ConversationStore {
  let state = initial;
  const listeners = createListeners();
  return {
    get: () => state,
    dispatch(event) {
      state = nextConversation(state, event);
      listeners.emit();
    },
    subscribe: listeners.subscribe,
  };
}

/** Shows in a conversation what the outbox holds of its thread, and what it has sent. Returns what ends that. */
export function joinOutbox(store: ConversationStore, outbox: Outbox, threadId: string): () => void {
  outbox.settle(store.get().lines);
  show();
  const subscriptions = [
    outbox.subscribe(show),
    outbox.onSent((line) => {
      if (line.threadId === threadId) store.dispatch({ type: "acknowledged", line });
    }),
  ];
  return () => {
    for (const unsubscribe of subscriptions) unsubscribe();
  };

  function show(): void {
    store.dispatch({ type: "waiting", lines: outbox.lines().get(threadId) ?? [] });
  }
}
