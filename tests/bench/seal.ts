// What the seal of a transaction's scope costs: what each page reads, beside the same where a scope is believed as it stands.
// npm run bench seal
import type pg from "pg";
import type { Viewer } from "#lib/auth/schema.ts";
import { createSession, findSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { findConversation } from "#lib/chat/messages.ts";
import { countUnread, listThreads } from "#lib/chat/thread-list.ts";
import { findCompany } from "#lib/companies/companies.ts";
import { disconnect } from "#lib/db.ts";
import { listFeed } from "#lib/feed/lines.ts";
import { countMembers } from "#lib/people/census.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { findPerson } from "#lib/people/people.ts";
import { withClient } from "#lib/pg-client.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { seed } from "#prisma/seed.ts";
import { people } from "#prisma/world.ts";
import { freeOwner } from "#tests/support/free-owner.ts";
import { quantile } from "./chat-figures.ts";
import { withBenchDatabase } from "./database.ts";

const rounds = 12;
/** Of each page in a round. */
const times = 25;

// With the same settings, the same number of calls and the same language, but no hash.
const believed = `
  CREATE OR REPLACE FUNCTION seal_scope(scope jsonb) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    PERFORM set_config('app.scope', scope::text, true);
  END $$;
  CREATE OR REPLACE FUNCTION app_scope() RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    RETURN nullif(current_setting('app.scope', true), '')::jsonb;
  END $$`;

type Page = (viewer: Viewer) => Promise<unknown>;

await withBenchDatabase("okaeri_bench_seal", async ({ ownerUrl }) => {
  await seed(() => {}, { databaseUrl: ownerUrl });
  await withClient(ownerUrl, async (owner) => {
    // The seed has left the owner held.
    await freeOwner(owner);
    await owner.query("VACUUM ANALYZE");
    const viewer = await viewerOf(owner);
    const pages = await pagesOf(viewer);
    const ratios = Object.fromEntries(Object.keys(pages).map((name) => [name, [] as number[]]));
    const costs = Object.fromEntries(Object.keys(pages).map((name) => [name, [] as number[]]));
    const { rows } = await owner.query<{ text: string }>(
      "SELECT pg_get_functiondef(f) AS text FROM unnest('{seal_scope,app_scope}'::regproc[]) f",
    );
    const ours = rows.map(({ text }) => text).join(";");
    for (let round = 0; round < rounds; round++) {
      // Each after its functions were made again, so that neither finds more of its plans kept.
      await owner.query(ours);
      const sealed = await measure(pages, viewer);
      await owner.query(believed);
      const plain = await measure(pages, viewer);
      for (const name of Object.keys(pages)) {
        ratios[name]?.push((sealed[name] ?? 0) / (plain[name] ?? 1));
        costs[name]?.push((sealed[name] ?? 0) - (plain[name] ?? 0));
      }
    }
    console.log(
      `The time of a page's reads with the seal, as a ratio to the same without; ${rounds} rounds of ${times}`,
    );
    console.table(
      Object.entries(ratios).map(([page, all]) => ({
        page,
        middle: round2(median(all)),
        min: round2(Math.min(...all)),
        max: round2(Math.max(...all)),
        "difference, ms": round2(median(costs[page] ?? [])),
      })),
    );
  });
  await disconnect();
});

/** What each page asks the database, the frame around it included. */
async function pagesOf(viewer: Viewer): Promise<Record<string, Page>> {
  const frame: Page = async (who) => [await findCompany(who), await countUnread(who)];
  const [thread] = await listThreads(viewer);
  const [, other] = (await listDirectory(viewer, directoryQuerySchema.parse({}))).people;
  const pages: Record<string, Page> = {
    directory: (who) => listDirectory(who, directoryQuerySchema.parse({})),
    person: (who) => findPerson(who, other?.memberId ?? ""),
    feed: async (who) => [await listFeed(who, feedLoaders, undefined), await countMembers(who)],
    "list of conversations": (who) => listThreads(who),
    conversation: (who) => findConversation(who, thread?.id ?? ""),
  };
  return Object.fromEntries(
    Object.entries(pages).map(([name, page]) => [
      name,
      async (who: Viewer) => [await frame(who), await page(who)],
    ]),
  );
}

/** The middle time of each page, in milliseconds. */
async function measure(pages: Record<string, Page>, viewer: Viewer): Promise<Record<string, number>> {
  const middle: Record<string, number> = {};
  for (const [name, page] of Object.entries(pages)) {
    await page(viewer);
    const taken: number[] = [];
    for (let time = 0; time < times; time++) {
      const start = performance.now();
      await page(viewer);
      taken.push(performance.now() - start);
    }
    middle[name] = median(taken);
  }
  return middle;
}

async function viewerOf(owner: pg.Client): Promise<Viewer> {
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM users WHERE email = $1", [
    people.sakura.email,
  ]);
  const session = await findSession(await createSession(rows[0]?.id ?? "", "bench"));
  if (!session) throw new Error("a new session is not found");
  return findViewer(session.account, "aoba");
}

function median(values: number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

function round2(value: number): number {
  return Number(value.toFixed(2));
}
