import { useFormatter, useTranslations } from "next-intl";
import type { ImportCounts } from "#lib/leavers/schema.ts";

/** Which rows are about nobody who left, and how many people were made of several. */
export function LeftOut({ counts: { leftOut, joined } }: { counts: ImportCounts }) {
  const text = useTranslations("leavers.import.files");
  const format = useFormatter();
  const kinds = (["active", "onLeave", "totals", "notes"] as const).filter((kind) => leftOut[kind] > 0);
  if (kinds.length === 0 && joined === 0) return null;
  const parts = format.list(kinds.map((kind) => text(kind, { count: leftOut[kind] })));
  return (
    <p className="text-sm text-ink-soft">
      {kinds.length > 0 && text("leftOut", { parts })} {joined > 0 && text("joined", { count: joined })}
    </p>
  );
}
