import type { Answer } from "#components/live/live-request.ts";
import type { ChatPage } from "#lib/chat/schema.ts";
import { lastNumber } from "./conversation-state.ts";
import type { ConversationStore } from "./conversation-store.ts";

export type Sync = (after: number) => Promise<Answer<ChatPage & { readNumber: number }>>;

/** Asks page by page for what came after the last line; one run at a time, and another when it was called meanwhile. */
export function createCatchUp(store: ConversationStore, sync: Sync): () => Promise<void> {
  let running = false;
  let again = false;

  return async function catchUp(): Promise<void> {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        const answer = await sync(lastNumber(store.get()));
        if (!answer.ok) return;
        const { lines, more, readNumber } = answer.data;
        store.dispatch({ type: "received", lines });
        store.dispatch({ type: "read", number: readNumber });
        again ||= more;
      }
    } finally {
      running = false;
    }
  };
}
