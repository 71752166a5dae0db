import type { Answer } from "#components/live/live-request.ts";
import { createListeners } from "#components/ui/listeners.ts";
import { singleFlight } from "#components/ui/single-flight.ts";
import type { ThreadCard } from "#lib/chat/schema.ts";
import { nextThreads, openThreads, type ThreadsEvent } from "./threads-state.ts";

/** The viewer's list of threads, fetched again when it is asked for: one run at a time, and another when it was called meanwhile. */
export function createThreadsStore(
  initial: readonly ThreadCard[],
  list: () => Promise<Answer<ThreadCard[]>>,
) {
  let threads = openThreads(initial);
  const listeners = createListeners();

  function dispatch(event: ThreadsEvent): void {
    threads = nextThreads(threads, event);
    listeners.emit();
  }

  return {
    get: () => threads,
    dispatch,
    refetch: singleFlight(async () => {
      const answer = await list();
      if (answer.ok) dispatch({ type: "listed", threads: answer.data });
    }),
    subscribe: listeners.subscribe,
  };
}
