import { env } from "#lib/env.ts";
import type { OkaeriEvent } from "#lib/live/events.ts";
import { metrics } from "#lib/metrics.ts";
import { announceByRedis, stopPublishing } from "#lib/publish.ts";
import { swallow } from "#lib/swallow.ts";
import { type EventHandlers, listenToNotify } from "./listener.ts";
import { listenToRedis } from "./redis-listener.ts";

export type Tell = (event: OkaeriEvent) => void;

type BusHandlers = Pick<EventHandlers, "onEvent"> & {
  /** `access`: the end of somebody's access may have been missed too. */
  onGap: (missed: { access: boolean }) => void;
};

/**
 * What the processes tell each other. NOTIFY is heard always: by it go what triggers tell, and everything while Redis is away. With
 * REDIS_URL Redis is heard as well.
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
    /** Tells every sidecar, this one included, of something of the moment; it may be lost. */
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
