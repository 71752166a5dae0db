import { cp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { appUrlFrom, ensureAppRole } from "#lib/database-roles.ts";
import { parseEnv } from "#lib/env.ts";
import { prepareApp, superviseUntilEnd } from "#lib/launch/app.ts";
import type { Database } from "#lib/launch/database.ts";
import { LaunchFailure } from "#lib/launch/failure.ts";
import type { Lifetime } from "#lib/launch/lifetime.ts";
import { partsOf } from "#lib/launch/parts.ts";
import { findFreePort } from "#lib/launch/ports.ts";
import { copyDatabase, ownerUrl } from "#lib/launch/postgres/owner.ts";
import { step } from "#lib/launch/progress.ts";
import { readSettings } from "#lib/launch/settings.ts";
import { whileNobodyElseStarts } from "#lib/launch/starting.ts";
import type { Part } from "#lib/launch/supervisor.ts";

/** A world as its walks find it: their address, and the settings of its processes. */
type World = Record<string, string>;

/**
 * Starts the built app `count` times, each with a fresh sample world of its own, so that what happens in one changes nothing in
 * another.
 */
export async function startWorlds(
  databaseFolder: string,
  count: number,
  lifetime: Lifetime,
): Promise<World[]> {
  Object.assign(process.env, { NODE_ENV: "production", ...(await freePorts()) });
  const place = { folder: databaseFolder, name: "okaeri_e2e", afresh: true };
  const options = { mode: "start", command: "npm test", place } as const;
  const template = await whileNobodyElseStarts(() => prepareApp(readSettings(), options, lifetime));
  const worlds: { world: World; parts: Part[] }[] = [];
  for (let number = 1; number <= count; number++) worlds.push(await makeWorld(number, template));
  const supervisor = superviseUntilEnd(lifetime);
  await step(`Starting web, realtime and worker of ${count === 1 ? "one world" : `${count} worlds`}`, () =>
    supervisor.start(
      worlds.flatMap(({ parts }) => parts),
      lifetime.signal,
    ),
  );
  return worlds.map(({ world }) => world);
}

async function makeWorld(
  number: number,
  { server, name }: Database,
): Promise<{ world: World; parts: Part[] }> {
  if (!server) throw new LaunchFailure("The walks need the embedded PostgreSQL: unset DATABASE_URL.");
  const copy = `${name}_${number}`;
  await copyDatabase(server, name, copy);
  const env = {
    ...(await freePorts()),
    EMBEDDED_DATABASE_URL: ownerUrl(server, copy),
    UPLOADS: await copyFaces(process.env.UPLOADS ?? "", String(number)),
  };
  const settings = parseEnv({ ...process.env, ...env });
  await ensureAppRole(env.EMBEDDED_DATABASE_URL, appUrlFrom(env.EMBEDDED_DATABASE_URL, settings.secret));
  const parts = partsOf(settings, "start").map((part) => ({ ...part, name: `${part.name} ${number}`, env }));
  return { world: { ...env, E2E_BASE_URL: settings.appUrl }, parts };
}

/** The files of the template, in a folder of a world's own. */
async function copyFaces(uploads: string, world: string): Promise<string> {
  const own = join(uploads, world);
  for (const name of await readdir(uploads))
    if (name.length === 36) await cp(join(uploads, name), join(own, name), { recursive: true });
  return own;
}

async function freePorts(): Promise<{ PORT: string; REALTIME_PORT: string; WORKER_PORT: string }> {
  const [web, realtime, worker] = [await findFreePort(), await findFreePort(), await findFreePort()];
  return { PORT: String(web), REALTIME_PORT: String(realtime), WORKER_PORT: String(worker) };
}
