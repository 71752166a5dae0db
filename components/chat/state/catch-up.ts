import type { Answer } from "#components/live/live-request.ts";
import { singleFlight } from "#components/ui/single-flight.ts";
import type { ThreadChanges } from "#lib/chat/schema.ts";
import { isBehind } from "./conversation-state.ts";
import type { ConversationStore } from "./conversation-store.ts";

export type Sync = (after: number) => Promise<Answer<ThreadChanges>>;

/** Milliseconds until the next try when something is still missing. */
const retryMs = { first: 250, max: 30_000 };

/**
 * Fetches page by page what changed after the last known revision; one run at a time, and another one if called meanwhile. When the
 * server refuses, or something is still missing, it tries again later. `onGone`: there is no such
 * thread for this viewer.
 */
export function createCatchUp(store: ConversationStore, sync: Sync, onGone?: () => void) {
  let stopped = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const catchUp = singleFlight(async () => {
    if (stopped) return false;
    clearTimeout(timer);
    let more = true;
    while (more) {
      const { revision, seen } = store.get();
      const answer = await sync(revision);
      if (stopped) return false;
      if (!answer.ok) return refuse(answer);
      store.dispatch({ type: "synced", changes: answer.data, asked: seen });
      ({ more } = answer.data);
    }
    // What was pushed meanwhile may be newer than the answer.
    if (isBehind(store.get())) askLater();
    else failures = 0;
    return true;
  });

  function refuse(answer: Refused): false {
    if (answer.code === "not-found") onGone?.();
    if (answer.code === "too-many") timer = setTimeout(catchUp, answer.retryAfter * 1_000);
    if (answer.code === "unexpected") askLater();
    // Without a connection: useCatchUp calls again when it is back.
    return false;
  }

  function askLater(): void {
    timer = setTimeout(catchUp, Math.min(retryMs.first * 2 ** failures++, retryMs.max));
  }

  /** From now on catches up by itself when something is missing. Returns what ends that, and all asking with it. */
  function watch(): () => void {
    let behind = false;
    stopped = false;
    const look = () => {
      const was = behind;
      behind = isBehind(store.get());
      if (behind && !was) void catchUp();
    };
    const unsubscribe = store.subscribe(look);
    look();
    return () => {
      stopped = true;
      unsubscribe();
      clearTimeout(timer);
    };
  }

  return Object.assign(catchUp, { watch });
}

type Refused = Extract<Answer<ThreadChanges>, { ok: false }>;
