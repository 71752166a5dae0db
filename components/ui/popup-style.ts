/** A sheet that floats above the page: menus and lists of options. */
export const popupStyle =
  "max-w-[calc(100vw-1.5rem)] rounded-card border border-hairline bg-surface p-1 text-sm text-ink shadow-float outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0";

/** A line in it. */
export const rowStyle =
  "flex min-h-10 w-full cursor-pointer items-center gap-3 rounded-control px-3 text-start outline-none select-none data-highlighted:bg-sunken";
