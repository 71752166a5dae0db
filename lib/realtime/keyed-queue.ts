import { log } from "#lib/log.ts";

/** Runs tasks of the same key one after another, and tasks of different keys side by side. */
export class KeyedQueue {
  readonly #last = new Map<string, Promise<void>>();

  /** Settles when `work` is done; never rejects. A failure is logged, and the next task of the key runs all the same. */
  run(key: string, work: () => Promise<void>): Promise<void> {
    const task = (this.#last.get(key) ?? Promise.resolve()).then(work).catch((error) => {
      log.error("a queued task failed", { err: error });
    });
    this.#last.set(key, task);
    void task.then(() => {
      if (this.#last.get(key) === task) this.#last.delete(key);
    });
    return task;
  }
}

/** A key for `id` out of `lanes` ones, always the same for the same id: at most `lanes` tasks run at a time. */
export function laneOf(id: string, lanes: number): string {
  return `lane:${Number.parseInt(id.slice(-4), 16) % lanes}`;
}
