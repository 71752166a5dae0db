import type { PendingLine } from "./conversation-state.ts";
import type { ConversationStore } from "./conversation-store.ts";
import type { KeptText } from "./kept-text.ts";

/**
 * Brings back the lines that an earlier page of this device could not send, and from then on keeps each waiting line until it is
 * known to be committed or is withdrawn. Returns what ends the keeping, but not what is kept.
 */
export function keepPending(store: ConversationStore, kept: KeptText): () => void {
  let held = kept.lines();
  store.dispatch({ type: "written", lines: held });
  update();
  return store.subscribe(update);

  // Only what this page held is let go: another tab of the same thread keeps lines of its own.
  function update() {
    const { pending } = store.get();
    if (pending === held) return;
    for (const line of missing(pending, held)) kept.keepLine(line);
    for (const line of missing(held, pending)) kept.dropLine(line.clientId);
    held = pending;
  }
}

function missing(from: PendingLine[], among: PendingLine[]): PendingLine[] {
  return from.filter(({ clientId }) => among.every((line) => line.clientId !== clientId));
}
