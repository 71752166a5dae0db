import type { Answer } from "#components/live/live-request.ts";
import { createListeners } from "#components/ui/listeners.ts";

type Watch = (memberIds: string[]) => Promise<Answer<{ online: string[] }>>;

/** How many the sidecar watches for one page. */
const maxWatched = 200;
const debounceMs = 50;
const retryAfterMs = 5_000;

/** Who of all those that parts of a page ask for is here. One watch for all of them; those asked for last go first. */
export function createPresenceStore(watch: Watch) {
  const askers = new Map<symbol, readonly string[]>();
  const listeners = createListeners();
  let watched: string[] = [];
  let online: ReadonlySet<string> = new Set();
  let asking = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(members: Iterable<string>): void {
    online = new Set(members);
    listeners.emit();
  }

  function wanted(): string[] {
    return [...new Set([...askers.values()].reverse().flat())].slice(0, maxWatched);
  }

  function askSoon(wait = debounceMs): void {
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  }

  async function ask(): Promise<void> {
    clearTimeout(timer);
    watched = wanted();
    const turn = ++asking;
    if (watched.length === 0) return show([]);
    const answer = await watch(watched);
    // A later question is under way: its answer counts.
    if (turn !== asking) return;
    if (answer.ok) show(answer.data.online);
    else if (answer.code !== "offline") askSoon(retryAfterMs);
  }

  return {
    /** Watches these too, until what is returned is called. */
    add(memberIds: readonly string[]): () => void {
      const asker = Symbol("asker");
      askers.set(asker, memberIds);
      if (memberIds.some((memberId) => !watched.includes(memberId))) askSoon();
      return () => {
        askers.delete(asker);
      };
    },
    /** Asks again: on a new connection nobody is watched. */
    ask,
    told(memberId: string, isHere: boolean): void {
      if (isHere === online.has(memberId) || !watched.includes(memberId)) return;
      const others = [...online].filter((other) => other !== memberId);
      show(isHere ? [...others, memberId] : others);
    },
    /** Without a connection nobody is known to be online. */
    forget(): void {
      asking += 1;
      if (online.size > 0) show([]);
    },
    close: () => clearTimeout(timer),
    online: () => online,
    subscribe: listeners.subscribe,
  };
}
