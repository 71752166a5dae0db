import { useTranslations } from "next-intl";
import type { Asked } from "#components/navigation/directory-href.ts";
import type { CompanyField } from "#lib/people/details.ts";
import { maxLength } from "#lib/people/policy.ts";
import { useChosen } from "./chosen.ts";

/** What a search may be called: its words, and what is chosen. */
export function useProposedName(asked: Asked, fields: readonly CompanyField[]): string {
  const text = useTranslations("people.searches");
  const kinds = useTranslations("people.directory.kinds");
  const sorts = useTranslations("people.filters.sort");
  const chosen = useChosen(fields)(asked).map(({ label }) => label);
  const kind = asked.kind ? [kinds(asked.kind)] : [];
  const words = asked.q ? [text("words", { q: asked.q })] : [];
  const sort = asked.sort === "reading" ? [] : [sorts(asked.sort)];
  const name = [...words, ...kind, ...chosen, ...sort].join(text("comma"));
  return [...name].slice(0, maxLength.searchName).join("");
}
