import "server-only";
import { setTimeout } from "node:timers/promises";

/** `signal` aborts when it is to end early; `report` says how far the task is meanwhile. */
export type Outside = (held: { signal: AbortSignal; report: (done: number) => void }) => Promise<void>;

const beatMs = 2_000;

/**
 * Does what a task does without its database. All the while `keep` renews its lease, every two seconds, with what was reported last; where it
 * returns false or throws, and when `stopping` aborts, the work is ended, and what it throws then is nobody's. Throws what `keep` threw, else
 * what the work throws.
 */
export async function whileKept(
  outside: Outside,
  stopping: AbortSignal,
  keep: (done: number | null) => Promise<boolean>,
): Promise<void> {
  const over = new AbortController();
  const ending = new AbortController();
  const signal = AbortSignal.any([stopping, ending.signal]);
  let done: number | null = null;
  const beating = beat().catch((error: unknown) => {
    ending.abort();
    throw error;
  });
  // It is looked at below; without this an early failure would count as nobody's.
  beating.catch(() => {});
  try {
    await outside({
      signal,
      report: (reported) => {
        done = reported;
      },
    });
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    over.abort();
  }
  await beating;

  async function beat(): Promise<void> {
    for (;;) {
      await setTimeout(beatMs, undefined, { signal: over.signal }).catch(() => {});
      if (over.signal.aborted) return;
      if (!(await keep(done))) return ending.abort();
    }
  }
}
