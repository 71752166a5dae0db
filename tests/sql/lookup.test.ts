import type pg from "pg";
import { describe, expect, it } from "vitest";
import { withClient } from "#lib/pg-client.ts";
import { openTestDatabase } from "#tests/support/database.ts";

const database = openTestDatabase();

/** As the owner as it is installed, whom row-level security holds; nothing of it stays. */
async function asHeldOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  return withClient(database.ownerUrl, async (owner) => {
    await owner.query("BEGIN");
    await owner.query("DROP POLICY test_owner ON search_docs");
    try {
      return await work(owner);
    } finally {
      await owner.query("ROLLBACK");
    }
  });
}

describe("the role of the functions that look further", () => {
  it("looks people up by the index of their search texts", async () => {
    const plan = await asHeldOwner(async (owner) => {
      // So that there is no other index to take.
      await owner.query("ALTER TABLE search_docs DROP CONSTRAINT search_docs_pkey");
      await owner.query("DROP INDEX search_docs_seat_key");
      await owner.query("SET LOCAL ROLE okaeri_lookup");
      await owner.query("SET LOCAL enable_seqscan = off");
      const { rows } = await owner.query<{ "QUERY PLAN": string }>(
        `EXPLAIN (COSTS OFF) SELECT FROM search_docs WHERE viewer_kind = 'HR' AND search_keys(company_id, kind, grams || facets) @> '{000000高橋}'`,
      );
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    });
    // A condition of row-level security that is left in the plan goes before this one, which is not leakproof.
    expect(plan).toMatch(/Index Cond: .*search_keys.* @>/);
  });

  it("leaves no plan behind by which another role would see what it does", async () => {
    await asHeldOwner(async (owner) => {
      const count = async () => (await owner.query<{ n: number }>("EXECUTE everybody")).rows[0]?.n;
      await owner.query("SET LOCAL plan_cache_mode = force_generic_plan");
      await owner.query("SET LOCAL ROLE okaeri_lookup");
      await owner.query("PREPARE everybody AS SELECT count(*)::int AS n FROM search_docs");
      expect(await count()).toBeGreaterThan(100);
      await owner.query("RESET ROLE");
      expect(await count()).toBe(0);
      await owner.query("SET LOCAL ROLE okaeri_lookup");
      expect(await count()).toBeGreaterThan(100);
      await owner.query("DEALLOCATE everybody");
    });
  });
});
