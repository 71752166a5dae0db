import { join } from "node:path";
import { ensureBuild } from "#lib/launch/build.ts";
import { root } from "#lib/launch/folders.ts";
import { findFreePort } from "#lib/launch/ports.ts";
import type { EmbeddedPostgres } from "#lib/launch/postgres/embedded.ts";
import { asSuperuser } from "#lib/launch/postgres/owner.ts";
import { type Finding, sleep } from "#tests/support/findings.ts";
import { serverActions } from "#tests/support/server-actions.ts";
import { ServerProcess } from "#tests/support/server-process.ts";
import { writeThrough } from "./chaos.ts";
import type { World } from "./world.ts";

/** Twenty people write through the death, every five seconds, of a sidecar, the web and PostgreSQL in turn. */
export async function killInTurn({ ask, company, database, sidecars, lifetime }: World): Promise<Finding[]> {
  const { server } = database;
  if (!server) throw new Error("The soak needs the embedded PostgreSQL.");
  await ensureBuild(lifetime.signal);
  const web = await webProcess();
  await web.start();
  const reviving = new Set<Promise<void>>();
  let turn = 0;
  const [first, second] = sidecars;
  const victims = [first, web, "postgres", second, web, "postgres"] as const;
  try {
    return await writeThrough({
      ask,
      company,
      urls: sidecars.map(({ url }) => url),
      httpFor: serverActions(`http://localhost:${web.port}`, company),
      writers: 20,
      each: 500,
      every: 200,
      threads: 50,
      readers: 5,
      harmEvery: 5_000,
      timeoutMs: 120_000,
      async harm() {
        const victim = victims[turn++ % victims.length] ?? first;
        const revival = victim === "postgres" ? killPostgres(server) : killServer(victim);
        reviving.add(revival);
        revival.finally(() => reviving.delete(revival));
      },
    });
  } finally {
    await Promise.all(reviving);
    await web.stop();
  }
}

async function webProcess(): Promise<ServerProcess> {
  const port = await findFreePort();
  return new ServerProcess({
    port,
    args: [join(root, "node_modules/next/dist/bin/next"), "start", "--port", String(port)],
    health: "/api/health",
    env: { PORT: String(port), MESSAGES_PER_SECOND: "10000" },
  });
}

// Started again at once, and again while the database is not there, as an operator's supervisor would.
async function killServer(server: ServerProcess): Promise<void> {
  await server.stop("SIGKILL");
  for (let tries = 0; tries < 20; tries++) {
    try {
      return await server.start();
    } catch {
      await sleep(500);
    }
  }
  throw new Error("a server does not come back");
}

async function killPostgres(server: EmbeddedPostgres): Promise<void> {
  const [line] = await asSuperuser(server, "postgres", async (client) => {
    const { rows } = await client.query<{ pid: string }>("SELECT pg_read_file('postmaster.pid') AS pid");
    return rows.map(({ pid }) => Number(pid.split("\n", 1)[0]));
  });
  if (!line) throw new Error("PostgreSQL's process is not known");
  process.kill(line, "SIGKILL");
  // The launcher looks every three seconds.
  await sleep(1_000);
  await server.revive();
}
