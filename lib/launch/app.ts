import type { Env } from "#lib/env.ts";
import { ensureBuild } from "./build.ts";
import { type Database, type EmbeddedPlace, openDatabase } from "./database.ts";
import { describeFailure } from "./failure.ts";
import { requireWritable } from "./folders.ts";
import type { Lifetime } from "./lifetime.ts";
import { partsOf, requireFreePorts } from "./parts.ts";
import type { EmbeddedPostgres } from "./postgres/embedded.ts";
import { step } from "./progress.ts";
import { endLeftovers, recordUseOfBuild } from "./run-record.ts";
import { ensureSampleWorld } from "./sample-world.ts";
import { whileNobodyElseStarts } from "./starting.ts";
import { Supervisor } from "./supervisor.ts";
import { ensureTitleFont } from "./title-font.ts";

type Options = { mode: "start" | "dev"; command: string; place: EmbeddedPlace };

/** Brings up the whole app: database, sample world, build and processes, each healthy. All of it ends with `lifetime`. */
export async function startApp(settings: Env, options: Options, lifetime: Lifetime): Promise<Supervisor> {
  return whileNobodyElseStarts(async () => {
    await prepareApp(settings, options, lifetime);
    const supervisor = superviseUntilEnd(lifetime);
    await step("Starting web, realtime and worker", () =>
      supervisor.start(partsOf(settings, options.mode), lifetime.signal),
    );
    return supervisor;
  });
}

/** Brings up what the processes of the app stand on: database, sample world and build. Only while nobody else starts. */
export async function prepareApp(
  settings: Env,
  { mode, command, place }: Options,
  lifetime: Lifetime,
): Promise<Database> {
  await endLeftovers();
  await requireFreePorts(settings, command);
  requireWritable(settings.uploads);
  const database = await openDatabase(place, settings, lifetime);
  await ensureSampleWorld(database);
  if (mode === "start") {
    await ensureBuild(lifetime.signal);
    recordUseOfBuild();
  } else {
    await ensureTitleFont(lifetime.signal);
  }
  if (database.server) keepAlive(database.server, lifetime);
  return database;
}

/** A supervisor whose processes end with `lifetime`. */
export function superviseUntilEnd(lifetime: Lifetime): Supervisor {
  const supervisor = new Supervisor();
  lifetime.atEnd(
    () => supervisor.stop(),
    () => supervisor.kill(),
  );
  return supervisor;
}

/**
 * Starts the embedded PostgreSQL again when it dies; the app's connections then come back by themselves. While it cannot be started, says
 * so once and goes on trying: the disk may be full for a while.
 */
export function keepAlive(
  server: Pick<EmbeddedPostgres, "revive">,
  lifetime: Lifetime,
  intervalMs = 3_000,
): void {
  let reviving = Promise.resolve();
  let told = "";
  const revive = async () => {
    try {
      if (!lifetime.signal.aborted && (await server.revive()))
        console.log("PostgreSQL had died and runs again.");
      told = "";
    } catch (error) {
      const failure = describeFailure(error);
      if (failure !== told) console.error(failure);
      told = failure;
    }
  };
  const timer = setInterval(() => {
    reviving = reviving.then(revive);
  }, intervalMs);
  lifetime.atEnd(() => {
    clearInterval(timer);
    return reviving;
  });
}
