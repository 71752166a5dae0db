/** The palette's box over the page, which is there before its contents. */
export const palettePopupStyle =
  "fixed inset-x-3 top-[calc(var(--top)+0.75rem)] z-30 mx-auto flex h-[min(34rem,calc(100dvh-var(--top)-1.5rem))] max-w-xl flex-col overflow-hidden rounded-card border border-hairline bg-surface shadow-float outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 md:top-[max(calc(var(--top)+0.75rem),12dvh)] md:h-[min(34rem,76dvh)]";
