import "server-only";
import { z } from "zod";
import { everyCompany, withScope } from "#lib/db.ts";
import { clearIncoming } from "#lib/files/incoming.ts";
import { idsOf } from "#lib/files/keys.ts";
import { fileStore } from "#lib/files/store.ts";

const hour = 60 * 60 * 1000;
const atOnce = 500;

/** Takes away the files that were not sent for a day, and the bytes of files that are no more; younger ones may be on their way. */
export async function purgeFiles(now = new Date()): Promise<void> {
  await withScope(everyCompany, (tx) => tx.$queryRaw`SELECT purge_unsent_files(interval '1 day')`);
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
  const rows = await withScope(
    everyCompany,
    (tx) => tx.$queryRaw`
      SELECT company_id, id FROM list_lost_files(${ids.map(({ companyId }) => companyId)}::uuid[], ${ids.map(({ fileId }) => fileId)}::uuid[])`,
  );
  const lost = new Set(lostSchema.parse(rows).map(({ company_id, id }) => `${company_id}/${id}`));
  for (const key of keys) {
    const { companyId, fileId } = idsOf(key);
    if (lost.has(`${companyId}/${fileId}`)) await fileStore().remove(key);
  }
}

const lostSchema = z.array(z.object({ company_id: z.uuid(), id: z.uuid() }));
