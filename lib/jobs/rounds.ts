import "server-only";
import { setTimeout } from "node:timers/promises";
import { log } from "#lib/log.ts";
import { metrics } from "#lib/metrics.ts";

/** A task that repeats at an interval. */
type Round = { stop: () => Promise<void> };

/** Does `work`, waits so many seconds, and does it again; an error is logged and ends nothing. `stop` waits for what is being done. */
export function startRound(
  name: string,
  seconds: number,
  work: (signal: AbortSignal) => Promise<unknown>,
): Round {
  const stopping = new AbortController();
  const turning = turn();

  async function turn(): Promise<void> {
    while (!stopping.signal.aborted) {
      await work(stopping.signal).then(
        () => metrics().rounds.inc({ round: name, outcome: "ok" }),
        (err) => {
          metrics().rounds.inc({ round: name, outcome: "failed" });
          log.error("a round failed", { part: name, err });
        },
      );
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

/** Removes its listener from `signal`, which outlives thousands of pauses. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
