/** Emoji in the system's colours: the page's own typeface has some of them in plain ink. */
export const emojiStyle = "font-['Apple_Color_Emoji','Segoe_UI_Emoji','Noto_Color_Emoji',sans-serif]";
