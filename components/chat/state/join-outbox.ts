import type { Outbox } from "#components/chat/frame/outbox.ts";
import type { ConversationStore } from "./conversation-store.ts";

/** Shows in a conversation what the outbox holds of its thread, and what it has sent. Returns what ends that. */
export function joinOutbox(store: ConversationStore, outbox: Outbox, threadId: string): () => void {
  outbox.settle(store.get().lines);
  show();
  const stops = [
    outbox.subscribe(show),
    outbox.onSent((line) => {
      if (line.threadId === threadId) store.dispatch({ type: "acknowledged", line });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };

  function show(): void {
    store.dispatch({ type: "waiting", lines: outbox.lines().get(threadId) ?? [] });
  }
}
