/** Something to press in the rail or the bottom bar: an icon and its word. Of the one that is chosen both are stronger. */
export const navLinkStyle =
  "group/nav relative flex min-h-15 w-full flex-col items-center justify-center gap-1 text-xs leading-none text-ink-soft transition-colors hover:text-ink focus-visible:-outline-offset-2 data-chosen:font-semibold data-chosen:text-ink";

/** Its icon, in a pill that is filled where one is, and at once where one goes. */
export const navIconStyle =
  "grid h-8 w-14 place-items-center rounded-full transition-colors group-hover/nav:bg-sunken group-data-chosen/nav:bg-accent-soft! group-data-chosen/nav:text-accent-ink";
