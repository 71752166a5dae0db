import { createHash, createHmac } from "node:crypto";
import { withClient } from "#lib/pg-client.ts";

/** The key by which our processes prove to the database that they are ours (prisma/sql/core/entering.sql): 32 bytes, derived from AUTH_SECRET. */
export function processKey(authSecret: string): Buffer {
  return createHmac("sha256", authSecret).update("process of this installation").digest();
}

/** Lets the processes that have this AUTH_SECRET in, and no others. As the owner, after the migrations. */
export async function admitProcesses(ownerUrl: string, authSecret: string): Promise<void> {
  const hash = createHash("sha256").update(processKey(authSecret)).digest();
  await withClient(ownerUrl, async (client) => {
    // Row-level security holds the owner as well.
    await client.query("BEGIN; SET LOCAL ROLE okaeri_lookup");
    await client.query("UPDATE scope_keys SET process_hash = $1 WHERE process_hash IS DISTINCT FROM $1", [
      hash,
    ]);
    await client.query("COMMIT");
  });
}
