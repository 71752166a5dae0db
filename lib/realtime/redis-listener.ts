import { eventChannel, parseEvent } from "#lib/live/events.ts";
import { log } from "#lib/log.ts";
import { openRedis } from "#lib/redis.ts";
import { swallow } from "#lib/swallow.ts";
import type { EventHandlers } from "./listener.ts";

const startTimeoutMs = 3_000;

/**
 * Receives events by Redis. A lost connection is opened again, and then `onGap` is called. At the start it waits only a moment for a Redis
 * that is away: until then everything goes by NOTIFY.
 */
export async function listenToRedis(url: string, { onEvent, onGap }: EventHandlers) {
  const client = await openRedis(url);
  let missing = false;
  let subscribed = false;

  client.on("error", (error) => {
    if (!missing) log.warn("lost Redis, connecting again", { err: error });
    missing = true;
  });
  // By "ready" the client has subscribed again.
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
