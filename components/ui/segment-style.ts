/** A row of choices of which one holds, as radios or as links. */
export const segmentsStyle = "inline-flex max-w-full flex-wrap gap-1 rounded-control bg-sunken p-1";

/** One of them; it holds when it is aria-current or has a checked radio inside. */
export const segmentStyle =
  "relative inline-flex min-h-9 cursor-pointer items-center gap-2 rounded-[0.25rem] px-3 sm:px-4 text-sm text-ink-soft transition-colors hover:text-ink aria-[current]:bg-surface aria-[current]:font-medium aria-[current]:text-ink aria-[current]:ring-1 aria-[current]:ring-hairline has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:ring-1 has-checked:ring-hairline has-focus-visible:outline-2 has-focus-visible:outline-accent-ink";
