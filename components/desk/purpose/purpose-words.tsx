import type { PurposeTexts } from "#lib/leavers/schema.ts";

/** A purpose in each language in which it is written. */
export function PurposeWords({ texts }: { texts: PurposeTexts }) {
  return (["ja", "en"] as const).map(
    (language) =>
      texts[language] && (
        <p key={language} lang={language} className="whitespace-pre-line">
          {texts[language]}
        </p>
      ),
  );
}
