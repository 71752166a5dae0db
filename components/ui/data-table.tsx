"use client";

import { ArrowDown, ArrowUp } from "lucide";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { stepByKey } from "./arrow-keys.tsx";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { keepOneStop } from "./tab-stops.ts";

export type DataColumn<Row> = {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Its heading sorts by it: `current` where it does so now, and which way. */
  sort?: { onSort: () => void; current: "ascending" | "descending" | null };
};

type DataTableProps<Row extends { id: string }> = {
  label: string;
  rows: readonly Row[];
  /** The first says who or what a row is: it heads the row. */
  columns: readonly DataColumn<Row>[];
  /** What a row is called, for the ear. */
  nameOf: (row: Row) => string;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
};

/**
 * Rows of many columns, of which some are chosen: each has a box, which Space ticks and the arrows lead to; with Shift all in between are ticked as well.
 * On a phone each row is a card.
 */
export function DataTable<Row extends { id: string }>(props: DataTableProps<Row>) {
  const { label, rows, columns, nameOf, selected, onSelect } = props;
  const text = useTranslations("ui.table");
  const body = useRef<HTMLTableSectionElement>(null);
  const last = useRef<string>(undefined);
  useEffect(() => (body.current ? keepOneStop(body.current, "input") : undefined), []);
  const chosen = rows.filter(({ id }) => selected.has(id)).length;

  function tick({ id }: Row, event: MouseEvent<HTMLInputElement>) {
    const on = event.currentTarget.checked;
    const next = new Set(selected);
    for (const one of event.shiftKey ? between(rows, last.current, id) : [id])
      on ? next.add(one) : next.delete(one);
    last.current = id;
    onSelect(next);
  }
  function tickAll(on: boolean) {
    const next = new Set(selected);
    for (const { id } of rows) on ? next.add(id) : next.delete(id);
    onSelect(next);
  }
  function walk(event: KeyboardEvent) {
    stepByKey(event, [...(body.current?.querySelectorAll("input") ?? [])])?.focus();
  }
  return (
    <table aria-label={label} className="data-table">
      <thead>
        <tr>
          <th scope="col" className="sm:w-10">
            <label className="flex items-center gap-3">
              <input
                type="checkbox"
                checked={rows.length > 0 && chosen === rows.length}
                ref={(box) => {
                  if (box) box.indeterminate = chosen > 0 && chosen < rows.length;
                }}
                onChange={(event) => tickAll(event.target.checked)}
                className={boxStyle}
              />
              <span className="sm:sr-only">{text("all")}</span>
            </label>
          </th>
          {columns.map((column) => (
            <Heading key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={walk}>
        {rows.map((row) => (
          <tr key={row.id} data-chosen={selected.has(row.id) ? "" : undefined}>
            <td>
              <input
                type="checkbox"
                aria-label={text("choose", { name: nameOf(row) })}
                checked={selected.has(row.id)}
                // By the click, which knows of Shift.
                onChange={() => {}}
                onClick={(event) => tick(row, event)}
                className={boxStyle}
              />
            </td>
            {columns.map((column, at) => (
              <Cell key={column.key} column={column} row={row} first={at === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const boxStyle = "size-4.5 shrink-0 accent-(--accent-fill)";

function Heading<Row>({ column: { title, sort } }: { column: DataColumn<Row> }) {
  if (!sort) return <th scope="col">{title}</th>;
  return (
    <th scope="col" aria-sort={sort.current ?? undefined}>
      <button
        type="button"
        onClick={sort.onSort}
        className={classNames(
          "-mx-2 inline-flex min-h-8 items-center gap-1 rounded-control px-2 hover:bg-sunken hover:text-ink",
          sort.current && "font-semibold text-ink",
        )}
      >
        {title}
        {sort.current && (
          <Icon icon={sort.current === "ascending" ? ArrowUp : ArrowDown} className="size-4" />
        )}
      </button>
    </th>
  );
}

type CellProps<Row> = { column: DataColumn<Row>; row: Row; first: boolean };

function Cell<Row>({ column: { title, cell }, row, first }: CellProps<Row>) {
  const shown = cell(row);
  if (first) return <th scope="row">{shown}</th>;
  return (
    <td data-title={title} data-empty={shown === null || shown === "" ? "" : undefined}>
      {shown}
    </td>
  );
}

/** The rows from one to another, whichever stands first; that other alone where the one is not here. */
function between(rows: readonly { id: string }[], from: string | undefined, to: string): string[] {
  const [a, b] = [rows.findIndex(({ id }) => id === from), rows.findIndex(({ id }) => id === to)];
  if (a < 0) return [to];
  return rows.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ id }) => id);
}
