import "server-only";
import { afterCommit, type Tx, withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { eventChannel, type OkaeriEvent } from "#lib/live/events.ts";
import { log } from "#lib/log.ts";
import { openRedis, type Redis } from "#lib/redis.ts";
import { swallow } from "#lib/swallow.ts";

/**
 * Tells every process if the transaction commits: over Redis after the commit; without Redis, or while it is away, by NOTIFY within the
 * transaction. Every process listens to both.
 */
export async function publish(tx: Tx, event: OkaeriEvent): Promise<void> {
  if (publishesByNotify()) await notify(tx, event);
  else afterCommit(tx, () => void announce(event));
}

/**
 * Whether events go by NOTIFY at this moment. A statement that commits by itself asks before it: either it notifies, or what it
 * committed is announced afterwards.
 */
export function publishesByNotify(): boolean {
  return !redis()?.isReady;
}

/** Tells every process of what is committed already. Never throws: what is lost is found by the sidecars' sweep. */
export async function announce(event: OkaeriEvent): Promise<void> {
  try {
    if (!(await announceByRedis(event))) await withScope({}, (tx) => notify(tx, event));
  } catch (error) {
    log.warn("others could not be told of what was committed", { err: error });
  }
}

/** Tells by Redis; false, and nothing told, where there is none now. */
export async function announceByRedis(event: OkaeriEvent): Promise<boolean> {
  const client = redis();
  if (!client?.isReady) return false;
  try {
    await client.publish(eventChannel, JSON.stringify(event));
    return true;
  } catch (error) {
    swallow("announcing by Redis")(error);
    return false;
  }
}

/** Ends the connection to Redis; for processes that stop. */
export async function stopPublishing(): Promise<void> {
  (await held.redis?.opening)?.destroy();
  held.redis = undefined;
}

async function notify(tx: Tx, event: OkaeriEvent): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${eventChannel}, ${JSON.stringify(event)})`;
}

// On globalThis, since a hot reload would otherwise open a new connection each time.
const held = globalThis as typeof globalThis & { redis?: { opening: Promise<Redis>; client?: Redis } };

function redis(): Redis | undefined {
  const { redisUrl } = env();
  if (!redisUrl) return undefined;
  held.redis ??= connect(redisUrl);
  return held.redis.client;
}

function connect(url: string): { opening: Promise<Redis>; client?: Redis } {
  const connection: { opening: Promise<Redis>; client?: Redis } = { opening: openRedis(url) };
  connection.opening
    .then(async (client) => {
      let told = false;
      client.on("error", (error) => {
        if (!told) log.warn("no Redis: events go by NOTIFY meanwhile", { err: error });
        told = true;
      });
      client.on("ready", () => {
        told = false;
      });
      // So that the connection does not keep a script from ending.
      client.unref();
      connection.client = client;
      await client.connect();
    })
    .catch((error) => log.error("no Redis can be used", { err: error }));
  return connection;
}
