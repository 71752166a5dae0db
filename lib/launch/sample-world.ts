import { mkdir } from "node:fs/promises";
import { env } from "#lib/env.ts";
import { folderStore } from "#lib/files/store.ts";
import type { Database } from "./database.ts";
import type { EmbeddedPostgres } from "./postgres/embedded.ts";
import { asSuperuser } from "./postgres/owner.ts";
import { step } from "./progress.ts";

/** Fills the sample world into an embedded database that holds no company. */
export async function ensureSampleWorld({ server, name }: Database): Promise<void> {
  if (!server || !(await isEmpty(server, name))) return;
  const { seed } = await import("#prisma/seed.ts");
  const { disconnect } = await import("#lib/db.ts");
  const { uploads } = env();
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  const faces = { store: folderStore(uploads), folder: uploads };
  await step("Filling in the sample world", () => seed((line) => console.log(`  ${line}`), { faces }));
  await disconnect();
}

// Row-level security shows companies to nobody but the superuser.
function isEmpty(server: EmbeddedPostgres, database: string): Promise<boolean> {
  return asSuperuser(server, database, async (client) => {
    const { rowCount } = await client.query("SELECT FROM companies LIMIT 1");
    return rowCount === 0;
  });
}
