import { useLocale } from "next-intl";
import { type KitWords, words } from "./words.ts";

/** The kit's words in the page's language. */
export function useWords(): KitWords {
  return words[useLocale() === "en" ? "en" : "ja"];
}
