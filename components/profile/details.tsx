import { useLocale } from "next-intl";
import { Facts } from "#components/ui/facts.tsx";
import { type Detail, inLanguage } from "#lib/people/details.ts";

/** What somebody answered to what their company asks besides. */
export function Details({ details }: { details: readonly Detail[] }) {
  const locale = useLocale();
  const facts = details.map(({ name, words }) => ({
    term: inLanguage(name, locale),
    value: inLanguage(words, locale),
  }));
  return <Facts facts={facts} />;
}
