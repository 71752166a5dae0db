/** A set of functions to be called when something happens. Its `subscribe` is what useSyncExternalStore takes. */
export function createListeners<Args extends unknown[] = []>() {
  const listeners = new Set<(...args: Args) => void>();
  return {
    /** Returns what unsubscribes. */
    subscribe(listener: (...args: Args) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Calls each listener, in the order in which they subscribed. */
    emit(...args: Args): void {
      for (const listener of listeners) listener(...args);
    },
  };
}
