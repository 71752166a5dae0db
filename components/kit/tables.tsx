"use client";

import { useState } from "react";
import { BulkBar } from "#components/ui/bulk-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { type DataColumn, DataTable } from "#components/ui/data-table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Specimen } from "./specimen.tsx";
import { useWords } from "./use-words.ts";

type Row = { id: string; name: string; number: string; tag: string | null };

/** Rows of many columns, sorted by two of them, with what can be done with those that are chosen. */
export function Tables() {
  const words = useWords();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(["2"]));
  const [sorted, setSorted] = useState<"name" | "number">("number");
  const rows = words.people.map(
    (name, at): Row => ({ id: String(at), name, number: `00${at}`, tag: at % 3 === 1 ? words.tag : null }),
  );
  const sort = (key: "name" | "number") => ({
    current: sorted === key ? ("ascending" as const) : null,
    onSort: () => setSorted(key),
  });
  const columns: DataColumn<Row>[] = [
    { key: "name", title: words.columns.name, cell: ({ name }) => name, sort: sort("name") },
    { key: "number", title: words.columns.number, cell: ({ number }) => number, sort: sort("number") },
    { key: "tag", title: words.columns.tag, cell: ({ tag }) => tag && <Tag>{tag}</Tag> },
  ];
  return (
    <Specimen name="DataTable">
      <DataTable
        label={words.columns.table}
        rows={rows.toSorted((one, other) => one[sorted].localeCompare(other[sorted]))}
        columns={columns}
        nameOf={({ name, number }) => `${name} ${number}`}
        selected={selected}
        onSelect={setSelected}
      />
      <BulkBar
        words={selected.size > 0 ? words.columns.chosen(selected.size) : ""}
        onClear={() => setSelected(new Set())}
      >
        <Button size="small">{words.later}</Button>
        <Button size="small" variant="danger">
          {words.open}
        </Button>
      </BulkBar>
    </Specimen>
  );
}
