import "server-only";

/** Work that is done again and again. */
export type Round = { stop: () => Promise<void> };

/** Does `work`, waits so many seconds, and does it again; an error is logged and ends nothing. `stop` waits for what is being done. */
export function startRound(name: string, seconds: number, work: () => Promise<unknown>): Round {
  const stopping = new AbortController();
  const turning = turn();

  async function turn(): Promise<void> {
    while (!stopping.signal.aborted) {
      await work().catch((error: unknown) => console.error(`[${name}]`, error));
      await pause(seconds * 1000, stopping.signal);
    }
  }

  return {
    stop: () => {
      stopping.abort();
      return turning;
    },
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
