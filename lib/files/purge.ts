import "server-only";
import { z } from "zod";
import { everyCompany, withScope } from "#lib/db.ts";
import { sqlRows } from "#lib/sql.ts";
import { clearIncoming } from "./incoming.ts";
import { idsOf } from "./keys.ts";
import { fileStore } from "./store.ts";

const hour = 60 * 60 * 1000;
const atOnce = 500;

/**
 * Takes away the files that nobody was given for a day, and the bytes of files that are no more, whatever they were for; younger bytes
 * may be on their way.
 */
export async function purgeFiles(now = new Date()): Promise<void> {
  await withScope(everyCompany, (tx) => tx.$executeRaw`SELECT purge_ungiven_files(interval '1 day')`);
  const anHourAgo = new Date(now.getTime() - hour);
  await clearIncoming(anHourAgo);
  let keys: string[] = [];
  for await (const key of fileStore().listOlderThan(anHourAgo)) {
    keys.push(key);
    if (keys.length < atOnce) continue;
    await removeLost(keys);
    keys = [];
  }
  await removeLost(keys);
}

async function removeLost(keys: string[]): Promise<void> {
  const ids = keys.map(idsOf);
  const companyIds = ids.map(({ companyId }) => companyId);
  const fileIds = ids.map(({ fileId }) => fileId);
  const rows = await withScope(
    everyCompany,
    (tx) => sqlRows(tx, lostSchema)`SELECT * FROM list_lost_files(${companyIds}::uuid[], ${fileIds}::uuid[])`,
  );
  const lost = new Set(rows.map(({ companyId, id }) => `${companyId}/${id}`));
  for (const key of keys) {
    const { companyId, fileId } = idsOf(key);
    if (lost.has(`${companyId}/${fileId}`)) await fileStore().remove(key);
  }
}

const lostSchema = z.object({ companyId: z.uuid(), id: z.uuid() });
