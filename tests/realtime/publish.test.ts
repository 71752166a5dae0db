import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import type { OkaeriEvent } from "#lib/live/events.ts";
import { announce, publish, publishesByNotify, stopPublishing } from "#lib/publish.ts";
import { openBus } from "#lib/realtime/bus.ts";
import { listenToNotify } from "#lib/realtime/listener.ts";
import { expectLog } from "#tests/support/console.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { hasRedis, type Redis, startRedis } from "#tests/support/redis.ts";

openTestDatabase();

const event = (): OkaeriEvent => ({
  type: "feed:added",
  companyId: crypto.randomUUID(),
  eventId: crypto.randomUUID(),
});
const quiet = () => new Promise((resolve) => setTimeout(resolve, 150));

/** What NOTIFY alone tells, and what any way does. */
async function listenBothWays() {
  const [notified, heard, gaps]: [OkaeriEvent[], OkaeriEvent[], { access: boolean }[]] = [[], [], []];
  const notify = await listenToNotify({ onEvent: (told) => notified.push(told), onGap: () => {} });
  const bus = await openBus({ onEvent: (told) => heard.push(told), onGap: (missed) => gaps.push(missed) });
  const close = () => Promise.all([notify.close(), bus.close()]);
  return { notified, heard, gaps, bus, close };
}

describe.runIf(hasRedis())("with a Redis", () => {
  let redis: Redis | undefined;
  let ears: Awaited<ReturnType<typeof listenBothWays>>;

  beforeAll(async () => {
    redis = await startRedis();
    process.env.REDIS_URL = redis?.url;
    ears = await listenBothWays();
    // The first event finds no connection yet.
    publishesByNotify();
    await eventually(() => expect(publishesByNotify()).toBe(false));
  });
  afterAll(async () => {
    await ears.close();
    await stopPublishing();
    await redis?.stop();
  });

  it("tells by it when, and only when, the transaction has committed", async () => {
    expect(env().redisUrl).toBe(redis?.url);
    const [committed, undone] = [event(), event()];
    await withScope({}, async (tx) => {
      await publish(tx, committed);
      await quiet();
      expect(ears.heard).not.toContainEqual(committed);
    });
    const failing = withScope({}, async (tx) => {
      await publish(tx, undone);
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    await eventually(() => expect(ears.heard).toContainEqual(committed));
    await quiet();
    expect(ears.heard).not.toContainEqual(undone);
    expect(ears.notified).not.toContainEqual(committed);
  });

  it("what is of the moment goes the same way", async () => {
    const told = event();
    ears.bus.tell(told);
    await eventually(() => expect(ears.heard).toContainEqual(told));
    expect(ears.notified).not.toContainEqual(told);
  });

  it("tells by NOTIFY while it is away, says that something may be missing, and by it again", async () => {
    expectLog("warn", /"msg":"lost Redis, connecting again"/);
    expectLog("warn", /"msg":"no Redis: events go by NOTIFY meanwhile"/);
    const before = ears.gaps.length;
    const [transacted, announced, afterwards] = [event(), event(), event()];
    await redis?.restart(async () => {
      await eventually(() => expect(publishesByNotify()).toBe(true));
      await withScope({}, (tx) => publish(tx, transacted));
      await announce(announced);
      for (const told of [ears.notified, ears.heard])
        await eventually(() => expect(told).toEqual(expect.arrayContaining([transacted, announced])));
    });
    await eventually(() => expect(ears.gaps.slice(before)).toEqual([{ access: false }]));
    await eventually(() => expect(publishesByNotify()).toBe(false));
    expect(ears.bus.connected()).toEqual({ database: true, redis: true });
    await announce(afterwards);
    await eventually(() => expect(ears.heard).toContainEqual(afterwards));
    expect(ears.notified).not.toContainEqual(afterwards);
  });
});
