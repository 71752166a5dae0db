import { createListeners } from "#components/ui/listeners.ts";

const typingTimeoutMs = 5_000;
const nobody: readonly string[] = [];

/** Who types where: each fades when nothing is heard for five seconds, or when their line comes. */
export function createTypingStore() {
  const threads = new Map<string, Map<string, ReturnType<typeof setTimeout>>>();
  const shown = new Map<string, readonly string[]>();
  const listeners = createListeners();

  function show(threadId: string): void {
    const members = [...(threads.get(threadId)?.keys() ?? [])];
    if (members.length > 0) shown.set(threadId, members);
    else shown.delete(threadId);
    listeners.emit();
  }

  function fade(threadId: string, memberId: string): void {
    const timers = threads.get(threadId);
    clearTimeout(timers?.get(memberId));
    if (timers?.delete(memberId)) show(threadId);
  }

  return {
    typed(threadId: string, memberId: string): void {
      const timers = threads.get(threadId) ?? new Map<string, ReturnType<typeof setTimeout>>();
      threads.set(threadId, timers);
      const known = timers.has(memberId);
      clearTimeout(timers.get(memberId));
      timers.set(
        memberId,
        setTimeout(() => fade(threadId, memberId), typingTimeoutMs),
      );
      if (!known) show(threadId);
    },
    wrote(threadId: string, memberIds: readonly string[]): void {
      for (const memberId of memberIds) fade(threadId, memberId);
    },
    clear(): void {
      for (const [threadId, timers] of threads)
        for (const memberId of timers.keys()) fade(threadId, memberId);
    },
    /** In the order in which they began; the same array until somebody begins or stops. */
    in: (threadId: string) => shown.get(threadId) ?? nobody,
    subscribe: listeners.subscribe,
  };
}
