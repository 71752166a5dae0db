/** A button of the small bar at a message. */
export const toolStyle =
  "grid size-8 place-items-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink data-popup-open:bg-sunken data-popup-open:text-ink focus-visible:-outline-offset-2";

/** Emoji in the system's colours: the page's own typeface has some of them in plain ink. */
export const emojiStyle = "font-['Apple_Color_Emoji','Segoe_UI_Emoji','Noto_Color_Emoji',sans-serif]";
