import { env } from "#lib/env.ts";
import type { OkaeriEvent } from "#lib/live/events.ts";
import { metrics } from "#lib/metrics.ts";
import { announceByRedis, stopPublishing } from "#lib/publish.ts";
import { swallow } from "#lib/swallow.ts";
import { type EventHandlers, listenToNotify } from "./listener.ts";
import { listenToRedis } from "./redis-listener.ts";

export type Tell = (event: OkaeriEvent) => void;

type BusHandlers = Pick<EventHandlers, "onEvent"> & {
  /** `access`: events about ended access may have been missed, too. */
  onGap: (missed: { access: boolean }) => void;
};

/**
 * Events between the processes. NOTIFY is always listened to: triggers send by it, and everything goes by it while Redis is away. With
 * REDIS_URL, Redis is listened to as well.
 */
export async function openBus({ onEvent, onGap }: BusHandlers) {
  const database = await listenToNotify(handlersFor("NOTIFY", { access: true }));
  const { redisUrl } = env();
  const redis =
    redisUrl === undefined
      ? undefined
      : await listenToRedis(redisUrl, handlersFor("Redis", { access: false }));

  function handlersFor(transport: "NOTIFY" | "Redis", missed: { access: boolean }): EventHandlers {
    return {
      onEvent: (event) => {
        metrics().events.inc({ transport });
        onEvent(event);
      },
      onGap: () => {
        metrics().gaps.inc({ transport });
        onGap(missed);
      },
    };
  }

  let told = Promise.resolve();
  async function tell(event: OkaeriEvent): Promise<void> {
    if (!(await announceByRedis(event))) await database.notify(event);
  }

  return {
    /** Sends an ephemeral event to every sidecar, this one included; it may be lost. */
    tell: ((event) => {
      told = tell(event).catch(swallow("announcing"));
    }) satisfies Tell,
    connected: () => ({ database: database.connected(), ...(redis && { redis: redis.connected() }) }),
    close: async (): Promise<void> => {
      await told;
      redis?.close();
      await stopPublishing();
      await database.close();
    },
  };
}
