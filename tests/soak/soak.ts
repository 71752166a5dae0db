// npm run soak [scenario ...] [notify | redis]: the long forms of the tests of the chat; those of seconds are in tests/realtime.

import { LaunchFailure } from "#lib/launch/failure.ts";
import { buildFolder, dataFolder, requireWritable } from "#lib/launch/folders.ts";
import { type Lifetime, launch } from "#lib/launch/lifetime.ts";
import { clearSettings, completeEnvironment } from "#lib/launch/settings.ts";
import type { Finding } from "#tests/support/findings.ts";
import { startRedis } from "#tests/support/redis.ts";
import type { Silence } from "#tests/support/silent-proxy.ts";
import { burst } from "./burst.ts";
import { hangBeforeCommit } from "./hang.ts";
import { cutHerd } from "./herd.ts";
import { killInTurn } from "./kills.ts";
import { fallSilent } from "./partition.ts";
import { repeat } from "./repeats.ts";
import { openSoakDatabase, type World, withSidecars } from "./world.ts";

const seconds = 1_000;

const scenarios: Record<string, (world: World) => Promise<Finding[]>> = {
  repeats: (world) => repeat({ ...world, times: 100, later: 31 * seconds }),
  hang: ({ database, sidecars, ...world }) =>
    hangBeforeCommit({ ...world, ownerUrl: database.ownerUrl, url: sidecars[0].url }),
  burst: ({ sidecars, ...world }) =>
    burst({ ...world, urls: sidecars.map(({ url }) => url), members: 1_000, messages: 100 }),
  herd: ({ sidecars: [sidecar, other], ...world }) => cutHerd({ ...world, sidecar, other, sockets: 1_000 }),
  kills: killInTurn,
  "partition-30s": (world) => partition(world, "late", 30 * seconds),
  "partition-30s-cut": (world) => partition(world, "cut", 30 * seconds),
  "partition-30s-dumb": (world) => partition(world, "never", 30 * seconds),
  "partition-11m": (world) => partition(world, "late", 11 * 60 * seconds),
  "partition-11m-dumb": (world) => partition(world, "never", 11 * 60 * seconds),
};

function partition({ sidecars, ...world }: World, silence: Silence, lasting: number) {
  return fallSilent({ ...world, port: sidecars[0].port, silence, lasting });
}

const given = process.env.REDIS_URL;
const words = process.argv.slice(2);

await launch(
  async (lifetime) => {
    const names = words.filter((word) => !["notify", "redis"].includes(word));
    const unknown = names.find((name) => !scenarios[name]);
    if (unknown)
      throw new LaunchFailure(`There is no "${unknown}": choose among ${Object.keys(scenarios).join(", ")}.`);
    requireWritable(dataFolder, buildFolder);
    clearSettings();
    completeEnvironment("production");
    const base = { ...(await openSoakDatabase(lifetime)), lifetime };
    const tally = { passed: 0, failed: 0 };
    for (const [transport, redisUrl] of await transports(lifetime)) {
      for (const name of names.length > 0 ? names : Object.keys(scenarios)) {
        console.log(`\n── ${name} over ${transport}`);
        for (const { what, ok, detail } of await run(name, base, redisUrl)) {
          tally[ok ? "passed" : "failed"]++;
          console.log(`${ok ? "ok  " : "FAIL"} ${what}${detail && ` (${detail})`}`);
        }
      }
    }
    console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
    return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
  },
  { codeWhenAsked: 130 },
);

/** NOTIFY, and Redis where the machine has one or REDIS_URL names it; or the one that was asked for. */
async function transports(lifetime: Lifetime): Promise<[string, string | undefined][]> {
  const asked = words.find((word) => ["notify", "redis"].includes(word));
  if (asked === "notify") return [["notify", undefined]];
  const own = given ? undefined : await startRedis();
  if (own) lifetime.atEnd(() => own.stop());
  const url = given || own?.url;
  if (!url && asked)
    throw new LaunchFailure("There is no redis-server on this machine: install it, or set REDIS_URL.");
  if (!url) console.log("There is no redis-server on this machine: everything runs over NOTIFY alone.");
  const redis: [string, string | undefined][] = url ? [["redis", url]] : [];
  return asked ? redis : [["notify", undefined], ...redis];
}

async function run(
  name: string,
  base: Omit<World, "company" | "sidecars">,
  redisUrl: string | undefined,
): Promise<Finding[]> {
  try {
    return await withSidecars(base, redisUrl, (world) => scenarios[name]?.(world) ?? Promise.resolve([]));
  } catch (error) {
    base.lifetime.signal.throwIfAborted();
    return [{ what: name, ok: false, detail: error instanceof Error ? error.message : String(error) }];
  }
}
