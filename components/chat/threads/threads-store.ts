import type { Answer } from "#components/live/live-request.ts";
import type { ThreadCard } from "#lib/chat/schema.ts";
import { nextThreads, openThreads, type ThreadsEvent } from "./threads-state.ts";

/** The viewer's list of threads, fetched anew when it is asked for: one run at a time, and another when it was called meanwhile. */
export function createThreadsStore(
  initial: readonly ThreadCard[],
  list: () => Promise<Answer<ThreadCard[]>>,
) {
  let threads = openThreads(initial);
  let running = false;
  let again = false;
  const listeners = new Set<() => void>();

  function dispatch(event: ThreadsEvent): void {
    threads = nextThreads(threads, event);
    for (const listener of listeners) listener();
  }

  async function refetch(): Promise<void> {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        const answer = await list();
        if (answer.ok) dispatch({ type: "listed", threads: answer.data });
      }
    } finally {
      running = false;
    }
  }

  return {
    get: () => threads,
    dispatch,
    refetch,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
