import { log } from "#lib/log.ts";

/** Work of one key, one after the other; of several keys side by side. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  /** Settles when the work is done. A failure is logged: the next one has its turn all the same. */
  run(key: string, work: () => Promise<void>): Promise<void> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(work).catch((error) => {
      log.error("work in turn failed", { err: error });
    });
    this.#last.set(key, turn);
    void turn.then(() => {
      if (this.#last.get(key) === turn) this.#last.delete(key);
    });
    return turn;
  }
}

/** Keys for `lanes` pieces of work at a time, of which one thing's always have the same. */
export function laneOf(id: string, lanes: number): string {
  return `lane:${Number.parseInt(id.slice(-4), 16) % lanes}`;
}
