const freshMs = 5_000;

/** Whether a page is to be drawn again where it may have missed something. */
export function createFreshness(now: () => number = Date.now) {
  let wanting = 0;
  let drawnAt = now();
  return {
    /** From now on it is, until what this returns is called. Who begins first has just been drawn. */
    want(): () => void {
      if (wanting++ === 0) drawnAt = now();
      return () => {
        wanting--;
      };
    },
    /** Whether it is now, which counts as drawn: not where nobody wants it, and not soon after it was drawn. */
    isDue(): boolean {
      if (wanting === 0 || now() - drawnAt < freshMs) return false;
      drawnAt = now();
      return true;
    },
  };
}

/** That of the page which this tab shows. */
export const freshness = createFreshness();
