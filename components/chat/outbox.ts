import type { Answer } from "#components/live/live-request.ts";
import type { ChatLine, SendMessage } from "#lib/chat/schema.ts";
import { nextToSend } from "./conversation-state.ts";
import type { ConversationStore } from "./conversation-store.ts";

export type Send = (message: SendMessage) => Promise<Answer<ChatLine>>;

/** Milliseconds until what could not be sent is tried again. */
const retry = { first: 2_000, most: 30_000 };

/**
 * Sends a thread's waiting lines, one after another in the order in which they were written. What cannot be sent now is tried again
 * later, and whenever `send` is called; what the server refuses stands aside.
 */
export function createOutbox(threadId: string, store: ConversationStore, deliver: Send) {
  let sending = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function send(): Promise<void> {
    if (sending) return;
    sending = true;
    clearTimeout(timer);
    try {
      let line = nextToSend(store.get());
      while (line) {
        const { clientId, text } = line;
        const answer = await deliver({ threadId, clientId, text });
        if (answer.ok) store.dispatch({ type: "received", lines: [answer.data] });
        else if (isFinal(answer)) store.dispatch({ type: "refused", clientId });
        else return tryLater(answer);
        failures = 0;
        line = nextToSend(store.get());
      }
    } finally {
      sending = false;
    }
  }

  function tryLater(answer: Refused) {
    const wait = Math.min(retry.first * 2 ** failures++, retry.most);
    timer = setTimeout(send, answer.code === "too-many" ? answer.retryAfter * 1_000 : wait);
  }

  return { send, close: () => clearTimeout(timer) };
}

type Refused = Extract<Answer<ChatLine>, { ok: false }>;

function isFinal({ code }: Refused): boolean {
  return code === "invalid" || code === "not-found";
}
