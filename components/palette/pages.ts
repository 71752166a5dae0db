import type { IconNode } from "lucide";
import type { ListedPage, MessageKey } from "#components/navigation/pages.ts";
import { foldLetters } from "#lib/letters.ts";

/** A page that can be gone to: one of the company's, or another company. `keywords`, parted by spaces, are what it is found by. */
export type PalettePage = { href: string; label: string; keywords: string } & (
  | { icon: IconNode }
  | { hue: number }
);

/** A company of one's own besides the one whose page this is. */
export type OtherCompany = { name: string; keywords: string; href: string; hue: number };

/** All that can be gone to: the pages that are listed for the viewer, and their other companies. `text` says a message. */
export function palettePages(
  listed: readonly ListedPage[],
  companies: readonly OtherCompany[],
  text: (key: MessageKey) => string,
): PalettePage[] {
  return [
    ...listed.map(({ href, icon, label, keywords }) => ({
      href,
      icon,
      label: text(label),
      keywords: text(keywords),
    })),
    ...companies.map(({ name, keywords, href, hue }) => ({
      href,
      hue,
      label: name,
      keywords: `${keywords} ${text("palette.companyKeywords")}`,
    })),
  ];
}

/** The pages that every word of `q` fits; all of them for none. */
export function matchPages(pages: readonly PalettePage[], q: string): PalettePage[] {
  const terms = foldLetters(q).split(" ");
  return pages.filter(({ label, keywords }) => {
    const known = foldLetters(`${label} ${keywords}`).split(" ");
    return terms.every((term) => known.some((word) => fits(word, term)));
  });
}

/** Kana and Latin words from their beginning; kanji anywhere, as nothing parts the words of 青葉化学工業. */
function fits(word: string, term: string): boolean {
  return /\p{Script=Han}/u.test(term) ? word.includes(term) : word.startsWith(term);
}
