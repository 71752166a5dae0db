import localFont from "next/font/local";

/**
 * The Mincho of titles, as lib/fonts makes it. Shown if it is there at the first painting, else from the next page on: a title is never set
 * again under the reader's eyes. One weight for all, so that no browser thickens it by itself.
 */
export const titleFont = localFont({
  src: "../lib/generated/titles.woff2",
  variable: "--font-titles",
  weight: "400 700",
  display: "optional",
  adjustFontFallback: false,
});
