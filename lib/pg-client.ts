import pg from "pg";

/**
 * Runs `work` with a database connection of its own, which is closed afterwards in any case. `config` is an address or what pg.Client
 * takes. A connection that is lost meanwhile fails the running statement, or the next one. Throws what connecting and `work` throw.
 */
export async function withClient<T>(
  config: string | pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    keepAlive: true,
    ...(typeof config === "string" ? { connectionString: config } : config),
  });
  // Without a listener the event would end the process. The error itself is what the next statement throws.
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}
