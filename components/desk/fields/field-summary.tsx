import { useLocale, useTranslations } from "next-intl";
import { inLanguage } from "#lib/people/details.ts";
import type { DeskField } from "#lib/people/schema.ts";

/** What is asked, how one answers, and who sees an answer at first. */
export function FieldSummary({ field }: { field: DeskField }) {
  const text = useTranslations("people.fields");
  const locale = useLocale();
  const { name, kind, audience, choices } = field;
  const hint = inLanguage(field.hint, locale);
  const facts = [
    text(`kinds.${kind}`),
    ...(kind === "CHOICE" ? [text("summaryChoices", { count: choices.length })] : []),
    text(`audiences.${audience}`),
  ];
  return (
    <div className="min-w-0 grow basis-56 break-words">
      <p className="font-medium">{inLanguage(name, locale)}</p>
      <p className="text-sm text-ink-soft">{facts.join(" · ")}</p>
      {hint && <p className="text-sm text-ink-soft">{hint}</p>}
    </div>
  );
}
