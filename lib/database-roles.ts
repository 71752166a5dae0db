import { createHmac } from "node:crypto";
import pg from "pg";
import { withClient } from "#lib/pg-client.ts";

/** The group role that the grants and policies in prisma/sql name. */
export const appGroup = "okaeri_app";

const insufficientPrivilege = "42501";

/** A role that must not, or cannot, serve. The message is one sentence with what to do. */
export class WrongRole extends Error {}

/** The address under which the app serves: `ownerUrl` with a login role and a password that nobody has to set. */
export function appUrlFrom(ownerUrl: string, authSecret: string): string {
  const url = new URL(ownerUrl);
  const role = `okaeri_${databaseOf(url)}`;
  url.username = encodeURIComponent(role);
  url.password = createHmac("sha256", authSecret).update(`database role ${role}`).digest("base64url");
  return url.href;
}

/** Makes the derived login role of `appUrl`, or renews its password, and puts it into the app's group. Throws WrongRole. */
export async function ensureAppRole(ownerUrl: string, appUrl: string): Promise<void> {
  const { username: role, password } = credentialsOf(appUrl);
  if (credentialsOf(ownerUrl).username === role) {
    throw new WrongRole(
      `The owner in DATABASE_URL is itself named ${role}: set DATABASE_APP_URL to another role that serves the app.`,
    );
  }
  await withClient(connectionOf(ownerUrl), async (client) => {
    try {
      await retryWhenContended(() => defineAppRole(client, role, password));
    } catch (error) {
      if (codeOf(error) !== insufficientPrivilege) throw error;
      const owner = credentialsOf(ownerUrl).username;
      throw new WrongRole(
        `The role ${owner} of DATABASE_URL may not make the role that serves the app. As a superuser, run: ` +
          `ALTER ROLE ${pg.escapeIdentifier(owner)} CREATEROLE; GRANT ${appGroup} TO ${pg.escapeIdentifier(owner)} WITH ADMIN OPTION; ` +
          "or make a role of your own and set DATABASE_APP_URL (see .env.example).",
      );
    }
  });
}

/** Checks a role that somebody else made: it can connect, is in the app's group, and row-level security binds it. Throws WrongRole. */
export async function checkAppRole(appUrl: string): Promise<void> {
  const role = pg.escapeIdentifier(credentialsOf(appUrl).username);
  const found = await withClient(connectionOf(appUrl), readOwnRights);
  if (!found.member)
    throw new WrongRole(
      `The role of DATABASE_APP_URL is not in the app's group. As the owner, run: GRANT ${appGroup} TO ${role};`,
    );
  if (found.unbound)
    throw new WrongRole(
      `Row-level security does not bind the role of DATABASE_APP_URL. Run: ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS;`,
    );
  if (found.owns) {
    throw new WrongRole(
      `The role of DATABASE_APP_URL owns tables, as only the owner in DATABASE_URL may. Run: REASSIGN OWNED BY ${role} TO <owner>;`,
    );
  }
}

async function defineAppRole(client: pg.Client, role: string, password: string): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT pg_advisory_xact_lock(hashtext('okaeri roles'))");
    if (!(await roleExists(client, appGroup))) await client.query(`CREATE ROLE ${appGroup} NOLOGIN`);
    const login = pg.escapeIdentifier(role);
    const verb = (await roleExists(client, role)) ? "ALTER" : "CREATE";
    await client.query(
      `${verb} ROLE ${login} LOGIN NOCREATEDB NOCREATEROLE PASSWORD ${pg.escapeLiteral(password)}`,
    );
    await refuseUnbound(client, role);
    await client.query(`GRANT ${appGroup} TO ${login}`);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

async function roleExists(client: pg.Client, role: string): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
  return rowCount === 1;
}

// Only a superuser may set NOSUPERUSER and NOBYPASSRLS. New roles have neither attribute; an existing role is checked.
async function refuseUnbound(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query(
    "SELECT FROM pg_roles WHERE rolname = $1 AND (rolsuper OR rolbypassrls)",
    [role],
  );
  if (rowCount)
    throw new WrongRole(
      `Row-level security does not bind the role ${role}. Run: ALTER ROLE ${pg.escapeIdentifier(role)} NOSUPERUSER NOBYPASSRLS;`,
    );
}

async function readOwnRights(
  client: pg.Client,
): Promise<{ member: boolean; unbound: boolean; owns: boolean }> {
  const { rows } = await client.query(
    `SELECT coalesce((SELECT pg_has_role(oid, 'USAGE') FROM pg_roles WHERE rolname = $1), false) AS member,
            (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS unbound,
            EXISTS (SELECT FROM pg_class WHERE relkind IN ('r', 'p') AND pg_get_userbyid(relowner) = current_user
                      AND relnamespace = 'public'::regnamespace) AS owns`,
    [appGroup],
  );
  return rows[0];
}

// The advisory lock is per database, but roles belong to the cluster: a process of another database may interfere.
async function retryWhenContended(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 10 || !contended(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}

function contended(error: unknown): boolean {
  const tupleConcurrentlyUpdated = error instanceof Error && error.message.startsWith("tuple concurrently");
  return tupleConcurrentlyUpdated || ["23505", "42710"].includes(codeOf(error) ?? "");
}

function connectionOf(connectionString: string): pg.ClientConfig {
  return { connectionString, connectionTimeoutMillis: 10_000 };
}

function credentialsOf(url: string): { username: string; password: string } {
  const { username, password } = new URL(url);
  return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
}

function databaseOf(url: URL): string {
  return decodeURIComponent(url.pathname.slice(1));
}

function codeOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}
