import { expect, test } from "vitest";
import { withClient } from "#lib/pg-client.ts";
import { openTestDatabase } from "#tests/support/database.ts";

const database = openTestDatabase();

test("a connection that is lost while nothing is asked of it fails the next statement, and nothing else", async () => {
  const work = withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
    const lost = new Promise<void>((resolve) => client.once("end", resolve));
    await database.asOwner("SELECT pg_terminate_backend($1)", [rows[0].pid]);
    await lost;
    await client.query("SELECT 1");
  });
  await expect(work).rejects.toThrow(/not queryable|Connection terminated/);
  expect(await withClient(database.ownerUrl, async (client) => (await client.query("SELECT")).rowCount)).toBe(
    1,
  );
});
