import { ArrowRight } from "lucide";
import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import type { ImportRow, LeaverColumn } from "#lib/leavers/schema.ts";
import { useDays } from "./use-days.ts";

type Changes = ImportRow["changes"];

/** By field, what stands in the record and what will. */
export function RowChanges({ changes }: { changes: Changes }) {
  const text = useTranslations("leavers.import");
  const { dayText } = useDays();
  const entries = Object.entries(changes) as [LeaverColumn, NonNullable<Changes[LeaverColumn]>][];
  if (entries.length === 0) return null;
  const words = (column: LeaverColumn, value: string) =>
    column === "joinedOn" || column === "leftOn" ? dayText(value) : value;
  return (
    <dl className="grid gap-x-4 gap-y-2 rounded-control bg-sunken p-3 text-sm">
      {entries.map(([column, [before, after]]) => (
        <div key={column} className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <dt className="text-ink-soft">{text(`columns.${column}`)}</dt>
          <dd className="flex min-w-0 flex-wrap items-center gap-x-2">
            <span className="sr-only">{text("row.was")}</span>
            <span className="min-w-0 text-ink-soft wrap-anywhere">
              {before === null ? text("row.nothing") : words(column, before)}
            </span>
            <Icon icon={ArrowRight} className="size-4 shrink-0 text-ink-soft" />
            <span className="sr-only">{text("row.will")}</span>
            <span className="min-w-0 font-semibold wrap-anywhere">{words(column, after)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
