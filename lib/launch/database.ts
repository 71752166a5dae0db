import { join } from "node:path";
import { appUrlFrom, checkAppRole, ensureAppRole } from "#lib/database-roles.ts";
import type { Env } from "#lib/env.ts";
import { admitProcesses } from "#lib/process-key.ts";
import { requireReachable } from "./external-database.ts";
import { dataFolder } from "./folders.ts";
import type { Lifetime } from "./lifetime.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./postgres/embedded.ts";
import { dropDatabase, ensureOwnedDatabase, ownerUrl } from "./postgres/owner.ts";
import { step } from "./progress.ts";
import { ensureClient, migrate } from "./schema.ts";
import { databaseIsExternal } from "./settings.ts";

/** The database of the app for its owner; `server` is null when it is the operator's own. */
export type Database = { ownerUrl: string; server: EmbeddedPostgres | null; name: string };

/** Where the embedded database is, when it is used; `afresh` empties it first. */
export type EmbeddedPlace = { folder: string; name: string; afresh?: boolean };

/** The database of npm start and npm run dev. */
export const mainDatabase: EmbeddedPlace = { folder: join(dataFolder, "postgres"), name: "okaeri" };

/** Brings up the database, with its tables, its queues and the role that serves, and names it in the environment. Throws LaunchFailure, WrongRole. */
export async function openDatabase(
  place: EmbeddedPlace,
  settings: Env,
  lifetime: Lifetime,
): Promise<Database> {
  const database = await findDatabase(place, lifetime);
  await prepareDatabase(database, settings, lifetime);
  return database;
}

/** Brings up the database as it is, and names it in the environment. Throws LaunchFailure. */
export async function findDatabase(place: EmbeddedPlace, lifetime: Lifetime): Promise<Database> {
  return databaseIsExternal() ? findExternal() : openEmbedded(place, lifetime);
}

/** Makes of a database what this version of the app needs. Throws LaunchFailure, also while a backup is under way, and WrongRole. */
export async function prepareDatabase(
  { ownerUrl }: Database,
  settings: Env,
  { signal }: Lifetime,
): Promise<void> {
  await ensureClient(signal);
  await migrate(ownerUrl, signal);
  await admitProcesses(ownerUrl, settings.secret);
  await ensureServingRole(ownerUrl, settings);
}

async function findExternal(): Promise<Database> {
  const url = process.env.DATABASE_URL ?? "";
  await step("Checking the database of DATABASE_URL", () => requireReachable(url, "DATABASE_URL"));
  return { ownerUrl: url, server: null, name: decodeURIComponent(new URL(url).pathname.slice(1)) };
}

async function openEmbedded({ folder, name, afresh }: EmbeddedPlace, lifetime: Lifetime): Promise<Database> {
  const server = await openServer(folder, lifetime);
  if (afresh) await dropDatabase(server, name);
  await ensureOwnedDatabase(server, name);
  process.env.EMBEDDED_DATABASE_URL = ownerUrl(server, name);
  return { ownerUrl: process.env.EMBEDDED_DATABASE_URL, server, name };
}

/** Starts the embedded PostgreSQL for the time of this command. */
export async function openServer(folder: string, lifetime: Lifetime): Promise<EmbeddedPostgres> {
  const starting = startEmbeddedPostgres(folder);
  // One that did not start has nothing to stop, and what is wrong is told by the step.
  lifetime.atEnd(() =>
    starting.then(
      (server) => server.stop(),
      () => {},
    ),
  );
  return step("Starting PostgreSQL", () => starting);
}

async function ensureServingRole(ownerUrl: string, settings: Env): Promise<void> {
  if (process.env.DATABASE_APP_URL) {
    await requireReachable(process.env.DATABASE_APP_URL, "DATABASE_APP_URL");
    await checkAppRole(process.env.DATABASE_APP_URL);
  } else {
    await ensureAppRole(ownerUrl, appUrlFrom(ownerUrl, settings.secret));
  }
}
