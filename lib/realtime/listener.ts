import pg from "pg";
import { env } from "#lib/env.ts";
import { InvariantError } from "#lib/errors.ts";
import { eventChannel, type OkaeriEvent, parseEvent } from "#lib/live/events.ts";
import { log } from "#lib/log.ts";
import { swallow } from "#lib/swallow.ts";

const retryAfterMs = { first: 100, max: 5_000 };
const heartbeatMs = 5_000;
const answerTimeoutMs = 4_000;

export type EventHandlers = {
  onEvent: (event: OkaeriEvent) => void;
  /** Events may have been missed. */
  onGap: () => void;
};

/**
 * Receives and sends events by NOTIFY. A connection that is lost or does not answer is opened again, and then `onGap` is called: the events
 * of that time are lost.
 */
export async function listenToNotify({ onEvent, onGap }: EventHandlers) {
  let client: pg.Client | undefined;
  let closing = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: env().databaseAppUrl,
      keepAlive: true,
      connectionTimeoutMillis: answerTimeoutMs,
      query_timeout: answerTimeoutMs,
      application_name: "okaeri sidecar listens",
    });
    next.on("notification", ({ payload }) => {
      const event = parseEvent(payload);
      if (event) onEvent(event);
      else log.error("an event that is none");
    });
    next.on("error", () => lose(next));
    next.on("end", () => lose(next));
    try {
      await next.connect();
      await next.query(`LISTEN ${eventChannel}`);
    } catch (error) {
      void next.end().catch(swallow("closing a connection"));
      throw error;
    }
    client = next;
  }

  function lose(lost: pg.Client): void {
    if (client !== lost || closing) return;
    client = undefined;
    log.warn("lost the database, connecting again");
    void lost.end().catch(swallow("closing a connection"));
    void reconnect(retryAfterMs.first);
  }

  async function reconnect(delay: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (closing) return;
    try {
      await connect();
      onGap();
    } catch (error) {
      swallow("reconnecting")(error);
      void reconnect(Math.min(delay * 2, retryAfterMs.max));
    }
  }

  // One query at a time on this connection.
  let asked: Promise<unknown> = Promise.resolve();
  function ask(text: string, values?: string[]): Promise<unknown> {
    const to = client;
    if (!to) return Promise.reject(new InvariantError("the database is away"));
    const answer = asked.then(() => to.query(text, values));
    asked = answer.catch(swallow("queued statement"));
    return answer.catch((error) => {
      lose(to);
      throw error;
    });
  }

  await connect();
  // A silent network does not close a connection: only a heartbeat finds out.
  const pulse = setInterval(() => {
    ask("SELECT 1").catch(swallow("heartbeat"));
  }, heartbeatMs);

  return {
    connected: () => client !== undefined,
    /** Throws while the database is away. */
    notify: async (event: OkaeriEvent): Promise<void> => {
      await ask("SELECT pg_notify($1, $2)", [eventChannel, JSON.stringify(event)]);
    },
    close: async (): Promise<void> => {
      closing = true;
      clearInterval(pulse);
      await client?.end();
    },
  };
}
