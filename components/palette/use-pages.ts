"use client";

import { useTranslations } from "next-intl";
import type { PalettePage } from "./pages.ts";

/** A company of one's own besides the one whose page this is. */
export type OtherCompany = { name: string; words: string; href: string; hue: number };

/** The pages of a company, one's own, and the doors of one's other companies. */
export function usePages(
  company: string,
  viewerId: string,
  companies: readonly OtherCompany[],
): PalettePage[] {
  const text = useTranslations();
  const home = `/c/${company}`;
  return [
    { name: "feed", href: `${home}/feed`, label: text("shell.nav.feed"), words: text("palette.words.feed") },
    {
      name: "directory",
      href: `${home}/directory`,
      label: text("shell.nav.directory"),
      words: text("palette.words.directory"),
    },
    { name: "chat", href: `${home}/chat`, label: text("shell.nav.chat"), words: text("palette.words.chat") },
    {
      name: "newThread",
      href: `${home}/chat?new`,
      label: text("palette.newThread"),
      words: text("palette.words.newThread"),
    },
    {
      name: "searchMessages",
      href: `${home}/chat/search`,
      label: text("chat.search.title"),
      words: text("palette.words.searchMessages"),
    },
    {
      name: "profile",
      href: `${home}/people/${viewerId}`,
      label: text("shell.menu.profile"),
      words: text("palette.words.profile"),
    },
    {
      name: "settings",
      href: `${home}/settings`,
      label: text("shell.menu.settings"),
      words: text("palette.words.settings"),
    },
    ...companies.map(({ name, words, href, hue }) => ({
      name: "company" as const,
      href,
      label: name,
      words: `${words} ${text("palette.words.company")}`,
      hue,
    })),
  ];
}
