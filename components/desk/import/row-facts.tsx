import { useTranslations } from "next-intl";
import type { ImportRow } from "#lib/leavers/schema.ts";
import { useImport } from "./import-context.ts";
import { useDays } from "./use-days.ts";

/** What the files say of somebody, and in which rows. */
export function RowFacts({ row: { person, from } }: { row: ImportRow }) {
  const text = useTranslations("leavers.import.row");
  const { detail } = useImport();
  const { spanText } = useDays();
  const facts = [
    person.number && text("number", { number: person.number }),
    spanText(person.joinedOn, person.leftOn),
    [person.department, person.title].filter(Boolean).join(" "),
    person.employment,
    person.mail ?? person.workMail,
    person.deceased && text("deceased"),
  ].filter((fact) => fact);
  const places = from.map(({ file, rows }) => {
    const words = rows.join(text("comma"));
    if (detail.files.length === 1) return text("placeAlone", { rows: words });
    return text("place", { file: detail.files[file]?.name ?? "", rows: words });
  });
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {facts.map((fact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: their order stays.
        <span key={at} className="min-w-0 wrap-anywhere tabular-nums">
          {fact}
        </span>
      ))}
      <span className="min-w-0 text-ink-soft wrap-anywhere tabular-nums">{places.join(text("comma"))}</span>
    </p>
  );
}
