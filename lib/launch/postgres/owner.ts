import { createHmac } from "node:crypto";
import pg from "pg";
import { withClient } from "#lib/pg-client.ts";
import type { EmbeddedPostgres } from "./embedded.ts";

const owner = "okaeri_owner";

/** The address of a database of the embedded PostgreSQL for the role that owns and migrates it. */
export function ownerUrl(server: EmbeddedPostgres, database: string): string {
  const password = createHmac("sha256", server.secret).update(`role ${owner}`).digest("base64url");
  return `postgresql://${owner}:${password}@127.0.0.1:${server.port}/${database}`;
}

/** Makes the owner's role and its database, where missing. */
export async function ensureOwnedDatabase(server: EmbeddedPostgres, database: string): Promise<void> {
  const { password } = new URL(ownerUrl(server, database));
  await asSuperuser(server, "postgres", async (client) => {
    // One at a time, whatever number of starters there are. A session's lock, since databases are not made in transactions.
    await client.query("SELECT pg_advisory_lock(hashtext('okaeri owner'))");
    const role = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [owner]);
    const verb = role.rowCount ? "ALTER" : "CREATE";
    await client.query(
      `${verb} ROLE ${owner} LOGIN CREATEDB CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD '${password}'`,
    );
    const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
    if (!found.rowCount)
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER ${owner}`);
  });
}

/** Makes a database that is like another, to which nobody is connected, in place of what had its name. */
export async function copyDatabase(server: EmbeddedPostgres, from: string, to: string): Promise<void> {
  await dropDatabase(server, to);
  const [copy, original] = [to, from].map((name) => pg.escapeIdentifier(name));
  await asSuperuser(server, "postgres", async (client) => {
    await client.query(`CREATE DATABASE ${copy} TEMPLATE ${original} OWNER ${owner}`);
    // The rights to a database are not copied with it: as prisma/sql/first.sql leaves them.
    await client.query(`REVOKE TEMPORARY ON DATABASE ${copy} FROM PUBLIC`);
  });
}

export async function dropDatabase(server: EmbeddedPostgres, database: string): Promise<void> {
  await asSuperuser(server, "postgres", (client) =>
    client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(database)} WITH (FORCE)`),
  );
}

/** Runs `work` as the one role that sees every company's rows. */
export async function asSuperuser<T>(
  server: EmbeddedPostgres,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const { port, secret: password } = server;
  return withClient({ host: "127.0.0.1", port, user: "postgres", password, database }, work);
}
