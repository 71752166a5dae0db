import { afterAll, beforeAll } from "vitest";
import { hasRedis, type Redis, startRedis } from "./redis.ts";
import { type ServerProcess, sidecarProcess } from "./server-process.ts";

export type Transport = "NOTIFY" | "Redis";

/** How sidecars tell each other: by PostgreSQL's NOTIFY, and by Redis where the machine has one. */
export const transports: Transport[] = hasRedis() ? ["NOTIFY", "Redis"] : ["NOTIFY"];

/**
 * Two sidecars over the test's database that tell each other by this transport, from before the first test until after the last:
 * ask for them within a test.
 */
export function runTwoSidecars(transport: Transport): () => [ServerProcess, ServerProcess] {
  let pair: [ServerProcess, ServerProcess];
  let redis: Redis | undefined;

  beforeAll(async () => {
    if (transport === "Redis") redis = await startRedis();
    const env = { REDIS_URL: redis?.url ?? "", MESSAGES_PER_SECOND: "10000" };
    pair = [await sidecarProcess(env), await sidecarProcess(env)];
    await Promise.all(pair.map((sidecar) => sidecar.start()));
  });
  afterAll(async () => {
    await Promise.all(pair.map((sidecar) => sidecar.stop()));
    await redis?.stop();
  });
  return () => pair;
}
