import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { importHref } from "#lib/hrefs.ts";
import type { ImportCounts, Reason, RowsAsked } from "#lib/leavers/schema.ts";
import { countAsked } from "./count-asked.ts";
import { useImport } from "./import-context.ts";

type PreviewFiltersProps = { counts: ImportCounts; asked: RowsAsked };

/** Whom to show, by what would become of them, and by the reason of a problem: each its own address, with how many there are. */
export function PreviewFilters({ counts, asked }: PreviewFiltersProps) {
  const text = useTranslations("leavers.import");
  const format = useFormatter();
  const { company, detail } = useImport();
  const href = (show: RowsAsked["show"], reason?: Reason) => {
    const query = new URLSearchParams({ ...(show !== "ALL" && { show }), ...(reason && { reason }) });
    return `${importHref(company, detail.id)}${query.size > 0 ? `?${query}` : ""}`;
  };
  const reasons = Object.entries(counts.reasons) as [Reason, number][];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <nav aria-label={text("preview.filter")} className="segments">
        {shows.map((show) => (
          <Link
            key={show}
            href={href(show)}
            scroll={false}
            prefetch={false}
            aria-current={show === asked.show && !asked.reason ? "true" : undefined}
            className="segment sm:px-3!"
          >
            {text(`show.${show}`)}
            <span className="text-xs tabular-nums">{format.number(countAsked(counts, { show }))}</span>
          </Link>
        ))}
      </nav>
      {reasons.length > 0 && (
        <nav aria-label={text("preview.reasons")} className="flex flex-wrap gap-2">
          {reasons
            .toSorted(([, one], [, other]) => other - one)
            .map(([reason, count]) => (
              <Link
                key={reason}
                // Pressed again, everybody is shown.
                href={href("ALL", reason === asked.reason ? undefined : reason)}
                scroll={false}
                prefetch={false}
                aria-current={reason === asked.reason ? "true" : undefined}
                className="filter-pill aria-[current]:border-transparent aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-ink"
              >
                {text(`reasonNames.${reason}`)}
                <span className="text-xs tabular-nums">{format.number(count)}</span>
              </Link>
            ))}
        </nav>
      )}
    </div>
  );
}

const shows = ["ALL", "NEW", "CHANGED", "UNCHANGED", "DECIDE", "ERROR", "WARNED"] as const;
