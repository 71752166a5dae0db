import { eventChannel, parseEvent } from "#lib/live/events.ts";
import { log } from "#lib/log.ts";
import { openRedis } from "#lib/redis.ts";
import { swallow } from "#lib/swallow.ts";
import type { EventHandlers } from "./listener.ts";

const startTimeoutMs = 3_000;

/**
 * Hears what is told by Redis. When the connection is lost it comes back by itself, and then calls `onGap`. Does not wait for long for a
 * Redis that is away at the start: meanwhile everything goes by NOTIFY.
 */
export async function listenToRedis(url: string, { onEvent, onGap }: EventHandlers) {
  const client = await openRedis(url);
  let missing = false;
  let subscribed = false;

  client.on("error", (error) => {
    if (!missing) log.warn("lost Redis, connecting again", { err: error });
    missing = true;
  });
  // By then it hears again what it had subscribed to.
  client.on("ready", () => {
    if (missing && subscribed) onGap();
    missing = false;
  });

  const subscribing = client
    .connect()
    .then(() =>
      client.subscribe(eventChannel, (payload) => {
        const event = parseEvent(payload);
        if (event) onEvent(event);
        else log.error("an event that is none");
      }),
    )
    .then(() => {
      subscribed = true;
    });
  let late = true;
  await Promise.race([
    subscribing.then(() => {
      late = false;
    }),
    new Promise((resolve) => setTimeout(resolve, startTimeoutMs)),
  ]);
  if (late) subscribing.then(onGap, swallow("reconnecting"));

  return {
    connected: () => client.isReady && subscribed,
    close: () => client.destroy(),
  };
}
