"use client";

import { useState } from "react";
import type { Field, ImportDetail, Mapping, ReadFile } from "#lib/leavers/schema.ts";
import { dateFields } from "./field-groups.ts";

export type KnownFile = Extract<ReadFile, { refused?: never }>;
export type KnownColumn = KnownFile["columns"][number];
type Order = (typeof toldOrders)[number];
type Said = { fields: Record<number, Field | null>; orders: Record<number, Order> };

export const toldOrders = ["day-first", "month-first"] as const;

export type FileMapping = ReturnType<typeof useMapping>;

/** What HR says of the files' columns in place of what was read, by the files' headings. Nothing is sent by it. */
export function useMapping(files: ImportDetail["files"]) {
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const of = ({ fingerprint }: KnownFile): Said => said[fingerprint] ?? { fields: {}, orders: {} };
  const fieldOf = (file: KnownFile, { index, field }: KnownColumn): Field | null => {
    const chosen = of(file).fields[index];
    return chosen === undefined ? field : chosen;
  };
  const change = (file: KnownFile, part: Partial<Said>) =>
    setSaid({ ...said, [file.fingerprint]: { ...of(file), ...part } });

  return {
    fieldOf,
    /** Undefined where it has to be asked; null where it makes no difference. */
    orderOf(file: KnownFile, column: KnownColumn): Order | undefined | null {
      if (!column.order || !dateFields.has(fieldOf(file, column))) return null;
      const chosen = of(file).orders[column.index];
      if (chosen) return chosen;
      return toldOrders.find((order) => order === column.order);
    },
    /** Whether another column of the file is taken for the same; how somebody left may stand in several. */
    isTwice(file: KnownFile, column: KnownColumn): boolean {
      const field = fieldOf(file, column);
      if (field === null || field === "departure") return false;
      return file.columns.some((other) => other.index !== column.index && fieldOf(file, other) === field);
    },
    chooseField: (file: KnownFile, { index }: KnownColumn, field: Field | null) =>
      change(file, { fields: { ...of(file).fields, [index]: field } }),
    chooseOrder: (file: KnownFile, { index }: KnownColumn, order: Order) =>
      change(file, { orders: { ...of(file).orders, [index]: order } }),
    /** All that is said, by fingerprint: every column of a file of which anything is, since it takes the place of what was said before. */
    mappings(): Record<string, Mapping> {
      const changed = files.flatMap((file) => (!file.refused && said[file.fingerprint] ? [file] : []));
      return Object.fromEntries(
        changed.map((file) => [
          file.fingerprint,
          {
            fields: Object.fromEntries(file.columns.map((column) => [column.index, fieldOf(file, column)])),
            orders: of(file).orders,
          },
        ]),
      );
    },
  };
}

/** Whether HR has to say something of this file before all of it can be read. */
export function asksOf(file: ReadFile): boolean {
  if (file.refused) return true;
  const { headingRow, columns } = file;
  return headingRow === null || columns.some(asksOrder);
}

/** Whether a column of dates does not show by itself how they are written. */
export function asksOrder({ order }: KnownColumn): boolean {
  return order === "undecided" || order === "mixed";
}
