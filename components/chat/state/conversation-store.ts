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
