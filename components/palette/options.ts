import type { Search } from "#components/live/search-state.ts";
import { directoryHref } from "#components/navigation/directory-href.ts";
import type { FoundPeople, LatestThread } from "#lib/chat/schema.ts";
import { personHref, threadHref } from "#lib/hrefs.ts";
import type { PersonCard } from "#lib/people/schema.ts";
import { matchPages, type PalettePage } from "./pages.ts";

/** What a company holds for some words. `total` counts everybody found, of whom `people` are the first. */
export type Found = FoundPeople & { threads: LatestThread[] };

/** A line of the palette, and where it leads. */
export type PaletteOption = { href: string } & (
  | { type: "page"; page: PalettePage }
  | { type: "person"; person: PersonCard }
  | { type: "directory"; total: number; atLeast: boolean }
  | { type: "thread"; thread: LatestThread }
);

export type OptionGroup = { name: "pages" | "people" | "threads" | "latest"; items: PaletteOption[] };

/**
 * The lines for what is typed. The pages stand first: they are known at once, and what comes later from the company joins below
 * them and pushes nothing away.
 */
export function optionGroups(
  company: string,
  pages: readonly PalettePage[],
  { q, found }: Pick<Search<Found>, "q" | "found">,
): OptionGroup[] {
  // While the next answer is awaited, the people found so far stay; the latest conversations are shown only without words.
  const kept = found && (found.q === "") === (q === "") ? found : null;
  const groups: OptionGroup[] = [
    {
      name: "pages",
      items: matchPages(pages, q).map((page) => ({ type: "page", href: page.href, page })),
    },
    { name: "people", items: kept ? peopleOptions(company, kept) : [] },
    {
      name: q === "" ? "latest" : "threads",
      items: (kept?.threads ?? []).map((thread) => ({
        type: "thread",
        href: threadHref(company, thread.id),
        thread,
      })),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

function peopleOptions(
  company: string,
  { q, people, total, atLeast }: Found & { q: string },
): PaletteOption[] {
  const options: PaletteOption[] = people.map((person) => ({
    type: "person",
    href: personHref(company, person.memberId),
    person,
  }));
  if (total <= people.length) return options;
  return [...options, { type: "directory", href: directoryHref(company, { q }), total, atLeast }];
}
