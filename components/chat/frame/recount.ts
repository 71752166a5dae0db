import { singleFlight } from "#components/ui/single-flight.ts";

/** Counts, and resolves to the milliseconds after which it is to be counted again whatever happens; to nothing where it went well. */
type Count = () => Promise<number | undefined>;
type Page = Pick<Document, "hidden" | "addEventListener" | "removeEventListener">;

/** Time for a message that is being looked at to be marked as read. */
const settleMs = 250;
const minIntervalMs = 2_000;
/** For hidden pages: a random delay, so that the pages of a whole group do not ask at the same moment. */
const hiddenDelayMs = { min: 1_000, max: 5_000 };

/**
 * Says when to count what changes: soon after the first change, then every two seconds at most, and once more after the last; one
 * count at a time. A page out of sight takes a random while for it, which ends when it comes into sight.
 */
export function createRecount(count: Count) {
  let watched: Page | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let began = Number.NEGATIVE_INFINITY;
  let silentUntil = Number.NEGATIVE_INFINITY;

  /** To be called after every change. */
  function soon(): void {
    timer ??= setTimeout(run, Math.max(ofPage(), began + minIntervalMs - Date.now(), silence()));
  }

  function run(): void {
    clearTimeout(timer);
    timer = undefined;
    // count() may have asked to wait meanwhile.
    if (silence() > 0) soon();
    else void countOnce();
  }

  const countOnce = singleFlight(async () => {
    // It may have ended during the count before.
    if (!watched) return false;
    began = Date.now();
    const wait = await count();
    if (wait === undefined) return true;
    silentUntil = Date.now() + wait;
    if (watched) soon();
    return false;
  });

  function ofPage(): number {
    const { min, max } = hiddenDelayMs;
    return watched?.hidden ? min + Math.random() * (max - min) : settleMs;
  }

  function silence(): number {
    return silentUntil - Date.now();
  }

  function look(): void {
    if (timer !== undefined && !watched?.hidden && silence() <= 0) run();
  }

  /** Counts for this page from now on. Returns what ends that. */
  function watch(page: Page): () => void {
    watched = page;
    page.addEventListener("visibilitychange", look);
    return () => {
      page.removeEventListener("visibilitychange", look);
      watched = undefined;
      clearTimeout(timer);
      timer = undefined;
    };
  }

  return { soon, watch };
}
