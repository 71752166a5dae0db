/**
 * Runs `work` one run at a time, and once more after a run during which it was called. Where `work` resolves to false it failed, and
 * itself arranges for the next run: calls during that run are dropped. The promise of a call during a run resolves at once.
 */
export function singleFlight(work: () => Promise<unknown>): () => Promise<void> {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        if ((await work()) === false) again = false;
      }
    } finally {
      running = false;
    }
  };
}
