import type { Ask } from "#tests/support/crowd.ts";
import { type Cast, persons } from "./persons.ts";

const tables = {
  chat_threads: "''",
  chat_participants: "member_id",
  chat_places: "member_id",
  chat_messages: "number",
  chat_blocks: "blocked_id",
  chat_files: "file_id",
} as const;

/**
 * What `work` wrote in the cast's two companies: the rows that came, went or were written again, even where that left them as they were, by
 * table, conversation (by its name in `threads`) and whose they are. Those of the other company say so.
 */
export async function changedRows(
  ask: Ask,
  cast: Cast,
  threads: Record<string, string>,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const names = new Map(Object.entries(threads).map(([name, id]) => [id, name]));
  for (const person of persons) if (person !== "namesake") names.set(cast[person].memberId, person);
  const read = async () => {
    const rows = new Map<string, string>();
    for (const [table, whose] of Object.entries(tables)) {
      const thread = table === "chat_threads" ? "id" : table === "chat_blocks" ? "blocker_id" : "thread_id";
      const found = await ask<{ company: string; thread: string; whose: string; version: string }>(
        `SELECT company_id AS company, ${thread} AS thread, ${whose}::text AS whose, xmin || ' ' || ctid AS version
          FROM ${table} WHERE company_id = ANY ($1)`,
        [[cast.companyId, cast.otherCompanyId]],
      );
      for (const row of found) {
        const words = [
          row.company === cast.companyId ? "" : "elsewhere:",
          table.slice("chat_".length),
          names.get(row.thread) ?? "unknown",
          names.get(row.whose) ?? row.whose,
        ];
        rows.set(words.filter((word) => word !== "").join(" "), row.version);
      }
    }
    return rows;
  };
  const before = await read();
  await work();
  const after = await read();
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).sort();
}
