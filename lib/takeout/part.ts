import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import type { messages } from "#lib/i18n/messages/ja/index.ts";

/** Of whom a takeout is. */
export type Member = { companyId: string; memberId: string };

export type Value = string | number | boolean | null | readonly string[];
export type Row = Record<string, Value>;

/** Where the next rows begin; it goes through JSON. */
type Place = readonly (string | number)[];

/** A file that goes in as it is, and where. */
export const packedFileSchema = z.object({ fileId: z.uuid(), path: z.string() });
type PackedFile = z.infer<typeof packedFileSchema>;

/** Rows, the files that they name, and the place after them; null at the end. */
type Rows = { rows: Row[]; next: Place | null; files?: PackedFile[] };

/** What README.txt has words for. */
type PartName = keyof (typeof messages)["takeout"]["parts"];

/** Few values that a column may hold, which README.txt explains. */
export type ValuesName = keyof (typeof messages)["takeout"]["values"] | "purposes";

/** A part of a takeout: a list of data.json and a table of its own, which README.txt explains. */
export type Part = {
  name: PartName;
  /** Of the table, in its order; each row has them all. */
  columns: readonly string[];
  /** What a column of few values may hold. */
  values?: Readonly<Record<string, ValuesName>>;
  /** In a transaction of the member's, with their eyes. */
  read: (tx: Tx, member: Member, after: Place | null) => Promise<Rows>;
};

/** A part of few rows. */
export function wholePart(
  name: PartName,
  columns: readonly string[],
  read: (tx: Tx, member: Member) => Promise<Row[]>,
  values: Part["values"] = {},
): Part {
  return {
    name,
    columns,
    values,
    read: async (tx, member) => ({ rows: await read(tx, member), next: null }),
  };
}

/** A time of the database, in ISO and UTC. */
export const time = z.coerce.date().transform((at) => at.toISOString());
