import pg from "pg";

/**
 * Runs `work` with a database connection of its own, which is closed afterwards in any case. `config` is an address or what pg.Client
 * takes. Throws what connecting and `work` throw.
 */
export async function withClient<T>(
  config: string | pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(config);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}
