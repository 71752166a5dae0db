"use client";

import { Columns3 } from "lucide";
import { useTranslations } from "next-intl";
import { FilterPopup } from "#components/ui/filter-popup.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { listColumns } from "#lib/leavers/list-policy.ts";
import { usualColumns } from "./leavers-table.tsx";
import type { Narrowing } from "./use-narrowing.ts";

type ColumnMenuProps = Pick<Narrowing, "wanted" | "narrow">;

/** Which columns the list has: kept in the address, as all else of it. */
export function ColumnMenu({ wanted, narrow }: ColumnMenuProps) {
  const text = useTranslations("leavers.list");
  const shown: readonly string[] = wanted.column.length > 0 ? wanted.column : usualColumns;
  return (
    <FilterPopup
      open={false}
      label={text("chooseColumns")}
      className="filter-pill"
      face={
        <>
          <Icon icon={Columns3} className="size-4 shrink-0" />
          {text("chooseColumns")}
        </>
      }
    >
      <fieldset>
        <legend className="sr-only">{text("chooseColumns")}</legend>
        {listColumns.map((column) => (
          <label
            key={column}
            className="flex min-h-10 cursor-pointer items-center gap-3 rounded-control px-3 hover:bg-sunken"
          >
            <input
              type="checkbox"
              checked={shown.includes(column)}
              // The last one stays.
              aria-disabled={shown.length === 1 && shown.includes(column) ? true : undefined}
              onChange={({ target }) => {
                const next = listColumns.filter((one) =>
                  one === column ? target.checked : shown.includes(one),
                );
                if (next.length > 0) narrow({ column: next }, "search");
              }}
              className="size-4.5 shrink-0 accent-(--accent-fill)"
            />
            {text(`columns.${column}`)}
          </label>
        ))}
      </fieldset>
    </FilterPopup>
  );
}
