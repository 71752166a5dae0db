/** Something to press in the rail or the bottom bar; the current one, by aria-current, carries a ribbon in the company's colour. */
export const navLinkStyle =
  "relative flex min-h-15 w-full flex-col items-center justify-center gap-0.5 text-xs leading-none text-ink-soft transition-colors hover:text-ink focus-visible:-outline-offset-2 aria-[current]:font-semibold aria-[current]:text-ink before:absolute before:bg-transparent aria-[current]:before:bg-accent max-md:before:inset-x-6 max-md:before:-top-px max-md:before:h-0.5 md:before:inset-y-3 md:before:-right-px md:before:w-0.5";
