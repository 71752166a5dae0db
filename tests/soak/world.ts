import { join } from "node:path";
import pg from "pg";
import { type Database, openDatabase } from "#lib/launch/database.ts";
import { dataFolder } from "#lib/launch/folders.ts";
import type { Lifetime } from "#lib/launch/lifetime.ts";
import { readSettings } from "#lib/launch/settings.ts";
import { type Ask, addCompany } from "#tests/support/crowd.ts";
import { freeOwner } from "#tests/support/free-owner.ts";
import { type ServerProcess, sidecarProcess } from "#tests/support/server-process.ts";

/** Where a scenario takes place: an embedded PostgreSQL of the soak's own, a company in it, two sidecars. */
export type World = {
  ask: Ask;
  company: string;
  database: Database;
  sidecars: [ServerProcess, ServerProcess];
  lifetime: Lifetime;
};

const company = "soak";

export async function openSoakDatabase(lifetime: Lifetime): Promise<{ database: Database; ask: Ask }> {
  const place = { folder: join(dataFolder, "soak-postgres"), name: "okaeri_soak", afresh: true };
  const database = await openDatabase(place, readSettings(), lifetime);
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 3 });
  // The soak kills the database: anyone who asks hears of it.
  owner.on("error", () => {});
  lifetime.atEnd(() => owner.end());
  const ask: Ask = async (sql, values) => (await owner.query(sql, values)).rows;
  await freeOwner(owner);
  await addCompany(ask, company);
  return { database, ask };
}

/** Runs a scenario between two fresh sidecars that tell each other by NOTIFY, or by the Redis of this address. */
export async function withSidecars<T>(
  base: Omit<World, "company" | "sidecars">,
  redisUrl: string | undefined,
  scenario: (world: World) => Promise<T>,
): Promise<T> {
  const env = { REDIS_URL: redisUrl ?? "", MESSAGES_PER_SECOND: "10000" };
  const sidecars: World["sidecars"] = [await sidecarProcess(env), await sidecarProcess(env)];
  try {
    for (const sidecar of sidecars) await sidecar.start();
    return await scenario({ ...base, company, sidecars });
  } finally {
    for (const sidecar of sidecars) await sidecar.stop();
  }
}
