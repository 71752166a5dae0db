/** Counts, and resolves to the milliseconds after which it is to be counted again whatever happens; to nothing where it went well. */
export type Count = () => Promise<number | undefined>;
type Page = Pick<Document, "hidden" | "addEventListener" | "removeEventListener">;

/** Time for a message that is being looked at to be marked as read. */
const settling = 250;
const atMostEvery = 2_000;
/** Of a page that nobody looks at: far enough apart that those of a whole group do not ask in the same moment. */
const outOfSight = { least: 1_000, most: 5_000 };

/**
 * Says when to count what changes: soon after the first change, then every two seconds at most, and once more after the last; one
 * count at a time. A page out of sight takes a random while for it, which ends when it comes into sight.
 */
export function createRecount(count: Count) {
  let watched: Page | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let counting = false;
  let again = false;
  let began = Number.NEGATIVE_INFINITY;
  let silentUntil = Number.NEGATIVE_INFINITY;

  /** To be called after every change. */
  function soon(): void {
    if (counting) again = true;
    else timer ??= setTimeout(run, Math.max(ofPage(), began + atMostEvery - Date.now(), silence()));
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    counting = true;
    again = false;
    began = Date.now();
    try {
      const wait = await count();
      if (wait === undefined) return;
      silentUntil = Date.now() + wait;
      again = true;
    } finally {
      counting = false;
      // Not before it is over: the answer may not know of what happened meanwhile.
      if (again && watched) soon();
    }
  }

  function ofPage(): number {
    const { least, most } = outOfSight;
    return watched?.hidden ? least + Math.random() * (most - least) : settling;
  }

  function silence(): number {
    return silentUntil - Date.now();
  }

  function look(): void {
    if (timer !== undefined && !watched?.hidden && silence() <= 0) void run();
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
