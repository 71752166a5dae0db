import pg from "pg";

/**
 * Gives `work` a connection of its own and ends it afterwards. One that is lost meanwhile fails the statement at hand or the next one.
 * Throws what connecting throws, and what `work` does.
 */
export async function withConnection<T>(
  options: string | pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const config = typeof options === "string" ? { connectionString: options } : options;
  const client = new pg.Client({ keepAlive: true, ...config });
  // Without a listener the event would end the process. The error itself is what the next statement throws.
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
