import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { withClient } from "#lib/pg-client.ts";

const folder = fileURLToPath(new URL("./sql", import.meta.url));
const migrations = fileURLToPath(new URL("./migrations", import.meta.url));

/** How long it waits for a table that is in use, before it lets go of all others and begins again. */
const lockTimeoutMs = 5_000;
const maxAttempts = 10;

type SqlFile = { path: string; text: string };

/**
 * Makes the functions, policies, triggers and grants of the database what prisma/sql says, whatever they were: in one transaction, as
 * the owner, after the migrations. Returns false, and changes nothing, where these very files and migrations were applied last. `force`
 * does it all the same.
 */
export async function applySql(ownerUrl: string, { force = false } = {}): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await applyOnce(client, force);
      } catch (error) {
        await client.query("ROLLBACK");
        if (attempt === maxAttempts || !isContended(error)) throw error;
      }
    }
  });
}

/** Makes the roles, where there are none, and changes nothing else: they are what queues are granted to. */
export async function makeRoles(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    for (const file of readFiles()) if (file.path === "roles.sql") await make(client, file);
  });
}

/** Whether these very files and migrations were applied last. Asked as the owner or as the serving role. */
export async function isSqlCurrent(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query(
    "SELECT obj_description(to_regprocedure('app_company_id()'), 'pg_proc') AS applied",
  );
  return rows[0].applied === fingerprint(readFiles());
}

async function applyOnce(client: pg.Client, force: boolean): Promise<boolean> {
  await client.query("BEGIN");
  await client.query("SELECT pg_advisory_xact_lock(hashtext('okaeri sql'))");
  if (!force && (await isSqlCurrent(client))) {
    await client.query("COMMIT");
    return false;
  }
  await client.query(`SET LOCAL lock_timeout = ${lockTimeoutMs}`);
  await makeAll(client);
  await client.query("COMMIT");
  return true;
}

/** Within the caller's transaction. */
export async function makeAll(client: pg.ClientBase): Promise<void> {
  const files = readFiles();
  const ofName = (name: string) => files.filter(({ path }) => path === name);
  for (const file of [...ofName("roles.sql"), ...ofName("first.sql")]) await make(client, file);
  await makeInAnyOrder(
    client,
    files.filter(({ path }) => path.includes("/")),
  );
  for (const file of ofName("last.sql")) await make(client, file);
  await client.query(`COMMENT ON FUNCTION app_company_id() IS '${fingerprint(files)}'`);
}

/** One that uses a function or a view of another file waits for it: so a domain need not say which others it stands on. */
async function makeInAnyOrder(client: pg.ClientBase, files: SqlFile[]): Promise<void> {
  let waiting = files;
  while (waiting.length > 0) {
    const later: SqlFile[] = [];
    let missing: unknown;
    for (const file of waiting) {
      await client.query("SAVEPOINT file");
      try {
        await make(client, file);
      } catch (error) {
        if (!isUndefined(error)) throw error;
        await client.query("ROLLBACK TO file");
        later.push(file);
        missing ??= error;
      }
    }
    if (later.length === waiting.length) throw missing;
    waiting = later;
  }
}

async function make(client: pg.ClientBase, { path, text }: SqlFile): Promise<void> {
  try {
    await client.query(text);
  } catch (error) {
    if (error instanceof Error) error.message = `prisma/sql/${path}: ${error.message}`;
    throw error;
  }
}

function readFiles(): SqlFile[] {
  const paths = globSync("**/*.sql", { cwd: folder }).sort();
  return paths.map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

// Of the migrations the names: their tables are what last.sql goes through.
function fingerprint(files: SqlFile[]): string {
  const hash = createHash("sha256");
  for (const { path, text } of files) hash.update(`${path}\n${text}\n`);
  for (const name of globSync("*/", { cwd: migrations }).sort()) hash.update(`${name}\n`);
  return hash.digest("hex");
}

function isUndefined(error: unknown): boolean {
  return error instanceof pg.DatabaseError && ["42883", "42P01"].includes(error.code ?? "");
}

// lock_not_available, deadlock_detected.
function isContended(error: unknown): boolean {
  return error instanceof pg.DatabaseError && ["55P03", "40P01"].includes(error.code ?? "");
}
