import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Seat } from "#components/ui/illustrations/seat.tsx";
import type { ImportCounts, ImportRow, RowsAsked } from "#lib/leavers/schema.ts";
import { countAsked } from "./count-asked.ts";
import { Part } from "./part.tsx";
import { PeopleList } from "./people-list.tsx";
import { PreviewFilters } from "./preview-filters.tsx";

type PeoplePreviewProps = {
  counts: ImportCounts;
  asked: RowsAsked;
  first: { rows: ImportRow[]; next: number | null };
};

/** Whom the files hold, and what would become of each: looked at, corrected and decided before anything is written. */
export function PeoplePreview({ counts, asked, first }: PeoplePreviewProps) {
  const text = useTranslations("leavers.import.preview");
  if (countAsked(counts, { show: "ALL" }) === 0)
    return (
      <EmptyState picture={<Seat />} title={text("nobodyTitle")}>
        {text("nobodyText")}
      </EmptyState>
    );
  return (
    <Part title={text("title")}>
      <PreviewFilters counts={counts} asked={asked} />
      <p role="status" className="sr-only">
        {text("shown", { count: countAsked(counts, asked) })}
      </p>
      <PeopleList
        // Others are another list: what was pressed to see them stays, and has the focus.
        key={`${asked.show} ${asked.reason}`}
        waiting={counts.DECIDE - counts.decided}
        asked={asked}
        first={first}
      />
    </Part>
  );
}
