// How fast the directory's search is under row-level security, beside a plain LIKE under it and beside the same query without it.
// npm run bench search [people, 200,000 without it]
import type pg from "pg";
import type { Viewer } from "#lib/auth/schema.ts";
import { createSession, findSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { disconnect } from "#lib/db.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { queryTerms } from "#lib/people/search-text.ts";
import { withClient } from "#lib/pg-client.ts";
import { fillCrowd } from "./crowd.ts";
import { withBenchDatabase } from "./database.ts";

const slug = "crowd";
const rounds = 9;
const index = "search_docs_alumnus_idx";
const questions = ["田", "高橋", "ﾀｶﾊｼ", "takahashi", "田中太郎", "榊原　経理", "東京都", "zzz"];
/** The statement of search_members, for terms of two characters and more. */
const inner = `SELECT count(*)::int AS n FROM search_docs, LATERAL (SELECT $1::text[] AS terms) asked
  WHERE company_id = $2::uuid AND viewer_kind = 'ALUMNUS'
    AND search_keys(company_id, kind, grams || facets) @> search_keys($2::uuid, NULL, ARRAY(SELECT CASE WHEN length(t) = 1 THEN t ELSE substr(t, i, 2) END
      FROM unnest($1::text[]) t, generate_series(1, greatest(length(t) - 1, 1)) i))
    AND replace(doc, ' ', '') LIKE ALL (ARRAY(SELECT '%' || t || '%' FROM unnest($1::text[]) t))`;

await withBenchDatabase("okaeri_bench_search", async ({ ownerUrl, appUrl }) => {
  await withClient(ownerUrl, async (owner) => {
    const people = Number(process.argv[2] ?? 200_000);
    console.log(`${people} people in one company, median of ${rounds}`);
    await fillCrowd(owner, [slug], people);
    await makeRival(owner);
    await withClient(appUrl, (app) => measureAll(owner, app));
  });
  await disconnect();
});

/** What one would do without thinking: the texts in a table under row-level security, with the same index, asked by LIKE. */
async function makeRival(owner: pg.Client): Promise<void> {
  await owner.query("CREATE TABLE plain_docs AS SELECT company_id, member_id, doc, grams FROM search_docs");
  await owner.query("CREATE INDEX ON plain_docs USING GIN (company_id uuid_ops, grams array_ops)");
  await owner.query("ALTER TABLE plain_docs ENABLE ROW LEVEL SECURITY");
  await owner.query(
    "CREATE POLICY company ON plain_docs TO okaeri_app USING (company_id = (SELECT app_company_id()))",
  );
  await owner.query("GRANT SELECT ON plain_docs TO okaeri_app");
  await owner.query("VACUUM (ANALYZE) plain_docs");
}

async function measureAll(owner: pg.Client, app: pg.Client): Promise<void> {
  const viewer = await viewerOf(owner);
  const table = [];
  for (const q of questions) {
    const terms = queryTerms(q);
    const patterns = terms.map((term) => `%${term}%`);
    const hits = "SELECT count(*)::int AS n FROM";
    const scanned = await indexScans(owner, app);
    await enter(app, viewer);
    const search = await median(() => app.query(`${hits} search_members($1, 1000000)`, [terms]));
    await app.query("COMMIT");
    const scans = (await indexScans(owner, app)) - scanned;
    await enter(app, viewer);
    const free = await median(() => owner.query(inner, [terms, viewer.companyId]));
    const like = await median(() => app.query(`${hits} plain_docs WHERE doc LIKE ALL ($1)`, [patterns]));
    const page = await median(() => listDirectory(viewer, directoryQuerySchema.parse({ q })));
    const found = (await app.query(`${hits} search_members($1, 1000000)`, [terms])).rows[0].n;
    await app.query("COMMIT");
    table.push({
      q,
      found,
      "by the index": `${scans} of ${rounds}`,
      "search ms": round(search),
      "× LIKE under RLS": round(search / like),
      "× without RLS": round(search / free),
      "a page of the directory ms": round(page),
    });
  }
  console.table(table);
  await owner.query("SET ROLE okaeri_lookup");
  const plan = await owner.query(`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) ${inner}`, [
    ["高橋"],
    viewer.companyId,
  ]);
  await owner.query("RESET ROLE");
  const lines = plan.rows.map((row) => row["QUERY PLAN"]).join("\n");
  console.log(`As the function's role:\n${lines}`);
  if (!lines.includes(index)) throw new Error("The index is not used.");
}

async function viewerOf(owner: pg.Client) {
  const { rows } = await owner.query<{ id: string }>(
    "SELECT user_id AS id FROM members WHERE status = 'ACTIVE' LIMIT 1",
  );
  const session = await findSession(await createSession(rows[0]?.id ?? "", "bench"));
  if (!session) throw new Error("a new session is not found");
  return findViewer(session.account, slug);
}

async function enter(app: pg.Client, { companyId, memberId, sessionId }: Viewer): Promise<void> {
  await app.query("BEGIN");
  await app.query("SELECT enter_company($1, $2, $3)", [companyId, memberId, sessionId]);
}

async function indexScans(owner: pg.Client, app: pg.Client): Promise<number> {
  for (const client of [owner, app]) await client.query("SELECT pg_stat_force_next_flush()");
  await app.query("SELECT 1");
  const { rows } = await owner.query(
    "SELECT idx_scan::int AS n FROM pg_stat_user_indexes WHERE indexrelname = $1",
    [index],
  );
  return rows[0].n;
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Number(value.toPrecision(2));
}
