import pg from "pg";
import { env } from "#lib/env.ts";
import { eventChannel, eventSchema, type OkaeriEvent } from "#lib/events.ts";

const retryAfter = { first: 100, most: 5_000 };

type Ears = { onEvent: (event: OkaeriEvent) => void; onGap: () => void };

/**
 * Hears what transactions publish. When the connection was lost, goes on trying, and once it is back calls `onGap`: what
 * was told meanwhile is gone.
 */
export async function listen({
  onEvent,
  onGap,
}: Ears): Promise<{ connected: () => boolean; close: () => Promise<void> }> {
  let client: pg.Client | undefined;
  let closing = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: env().databaseAppUrl, keepAlive: true });
    next.on("notification", ({ payload }) => hear(payload));
    next.on("error", () => lose(next));
    next.on("end", () => lose(next));
    await next.connect();
    await next.query(`LISTEN ${eventChannel}`);
    client = next;
  }

  function hear(payload: string | undefined): void {
    const event = eventSchema.safeParse(parseJson(payload));
    if (event.success) onEvent(event.data);
    else console.error("[realtime] an event that is none:", payload);
  }

  function lose(lost: pg.Client): void {
    if (client !== lost || closing) return;
    client = undefined;
    console.warn("[realtime] lost the database, connecting again");
    void reconnect(retryAfter.first);
  }

  async function reconnect(delay: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (closing) return;
    try {
      await connect();
      onGap();
    } catch {
      void reconnect(Math.min(delay * 2, retryAfter.most));
    }
  }

  await connect();
  return {
    connected: () => client !== undefined,
    close: async () => {
      closing = true;
      await client?.end();
    },
  };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
