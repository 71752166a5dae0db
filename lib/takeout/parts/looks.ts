import "server-only";
import { z } from "zod";
import { readLooks } from "#lib/audit/looks.ts";
import { looksSchema } from "#lib/audit/schema.ts";
import type { Part } from "#lib/takeout/part.ts";

const placeSchema = z.tuple([z.string()]).nullable();

/** Who of HR has looked, with the name where the member finds them. */
export const looks: Part = {
  name: "looks",
  columns: ["at", "matter", "by", "name"],
  values: { matter: "AuditMatter", by: "Viewer" },
  read: async (tx, member, after) => {
    const [before] = placeSchema.parse(after) ?? [];
    const { looks, next } = await readLooks(tx, member, {
      ...looksSchema.parse({ before }),
      most: 2_000,
    });
    const rows = looks.map(({ at, matter, by }) => ({
      at,
      matter,
      by: typeof by === "string" ? by : "hr",
      name: typeof by === "string" ? null : by.name,
    }));
    return { rows, next: next === null ? null : [next] };
  },
};
