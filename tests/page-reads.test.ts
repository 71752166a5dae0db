import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { searchMessages } from "#lib/chat/search.ts";
import { withClient } from "#lib/pg-client.ts";
import { type Ask, addGroup, addGuests } from "#tests/support/crowd.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { pages, type Visit } from "#tests/support/pages.ts";
import { type Statement, statementsOf } from "#tests/support/statements.ts";

const database = openTestDatabase();
const crowd = 3_000;
/** Far more than a page shows, far less than there are. */
const maxRows = 1_100;
const ownLines = 2_000;
const otherLines = 20_000;
let visit: Visit;

beforeAll(async () => {
  const ask: Ask = (sql, values) => database.asOwner(sql, values);
  const guests = await addGuests(ask, "aoba", crowd);
  await ask(
    `INSERT INTO feed_events (company_id, id, kind, member_id, occurred_at)
      SELECT company_id, gen_random_uuid(), 'JOINED', id, now() FROM members WHERE id = ANY ($1)`,
    [guests.map(({ memberId }) => memberId)],
  );
  await addFeedLines(
    ask,
    guests.map(({ memberId }) => memberId),
  );
  const [guest, other] = guests;
  // As many a day as there are people, about each of them.
  await ask(
    `INSERT INTO audit_entries (company_id, id, actor_id, subject_id, action, matter, at, day)
      SELECT m.company_id, gen_random_uuid(), $2, m.id, 'LOOKED', 'RECORD', now() - make_interval(days => n), current_date - n
        FROM members m, generate_series(1, 30) n WHERE m.id = ANY ($1)`,
    [guests.map(({ memberId }) => memberId), guests[1]?.memberId],
  );
  const threadId = await addGroup(ask, "aoba", guests.slice(0, 5));
  await addLines(ask, threadId, other?.memberId, ownLines);
  const unseen = await addGroup(ask, "aoba", guests.slice(5, 10));
  await addLines(ask, unseen, guests[5]?.memberId, otherLines);
  for (const table of [
    "members",
    "profiles",
    "feed_events",
    "feed_reactions",
    "audit_entries",
    "chat_messages",
    "chat_threads",
    "chat_participants",
  ])
    await ask(`VACUUM (ANALYZE) ${table}`);
  visit = { token: guest?.token ?? "", slug: "aoba", memberId: other?.memberId ?? "", threadId };
});

/** Changed profiles of everybody, newer than all else: of each kind of viewer, but few for the guests'; and an おかえり of each to the last who came. */
async function addFeedLines(ask: Ask, memberIds: string[]) {
  await ask(
    `INSERT INTO feed_events (company_id, id, kind, member_id, viewer_kind, sections, occurred_at)
      SELECT m.company_id, gen_random_uuid(), 'CHANGED', m.id, k, '{names}', now() + interval '1 minute'
        FROM members m, unnest(enum_range(NULL::"ViewerKind")) k WHERE m.id = ANY ($1) AND (k <> 'ALUMNUS' OR m.id = ANY ($2))`,
    [memberIds, memberIds.slice(10, 20)],
  );
  await ask(
    `INSERT INTO feed_reactions (company_id, event_id, member_id)
      SELECT e.company_id, e.id, g FROM unnest($1::uuid[]) g, (SELECT * FROM feed_events WHERE kind = 'JOINED' ORDER BY occurred_at DESC, id DESC LIMIT 1) e
        WHERE g <> e.member_id`,
    [memberIds],
  );
}

async function addLines(ask: Ask, threadId: string, authorId: string | undefined, count: number) {
  await ask(
    `INSERT INTO chat_messages (company_id, thread_id, number, revision, id, author_id, client_id, text)
      SELECT t.company_id, t.id, n, n, gen_random_uuid(), $2, gen_random_uuid(), n::text FROM chat_threads t, generate_series(1, $3::int) n
        WHERE t.id = $1`,
    [threadId, authorId, count],
  );
  await ask(
    "UPDATE chat_threads SET last_number = $2, revision = $2, last_message_at = now() WHERE id = $1",
    [threadId, count],
  );
}

const frames = /^(RESET ALL; BEGIN|COMMIT$)/;

describe.each(Object.entries(pages))("%s", (_, load) => {
  it("takes at most six statements, all of them prepared but what begins and ends", async () => {
    const asked = await statementsOf(() => load(visit));
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.length, asked.map(({ text }) => text).join("\n\n")).toBeLessThanOrEqual(6);
    for (const { text, name } of asked) if (!frames.test(text)) expect(name, text).toBeTruthy();
    expect(asked.filter(({ text }) => text === "COMMIT")).toHaveLength(1);
  });

  it("neither reads nor sorts nor counts the company", async () => {
    const asked = await statementsOf(() => load(visit));
    for (const statement of asked.filter(({ name }) => name)) {
      const nodes = await planOf(statement);
      const most = nodes.toSorted((one, other) => other.rows - one.rows)[0];
      expect(most?.rows, JSON.stringify(most)).toBeLessThanOrEqual(maxRows);
    }
  });
});

it("a search in one's messages reads those of one's own conversations alone", async () => {
  const viewer = await viewerOf();
  const [search] = (await statementsOf(() => searchMessages(viewer, { q: "年賀状" }))).filter(({ text }) =>
    text.includes("chat_messages"),
  );
  const nodes = search ? await planOf(search) : [];
  const most = Math.max(...nodes.map(({ rows }) => rows));
  expect(most).toBeGreaterThanOrEqual(ownLines);
  expect(most).toBeLessThan(otherLines);
});

type Node = { type: string; relation?: string; rows: number };
type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string | undefined;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number | undefined;
  Plans?: PlanNode[] | undefined;
};
const planNode: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    "Node Type": z.string(),
    "Relation Name": z.string().optional(),
    "Actual Rows": z.number(),
    "Actual Loops": z.number(),
    "Rows Removed by Filter": z.number().optional(),
    Plans: z.array(planNode).optional(),
  }),
);
const plans = z.tuple([z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: planNode })]) })]);

/** What a statement does, with the plan that its connection keeps: each node with the rows that it passes over or on, all in all. */
async function planOf({ text, values }: Statement): Promise<Node[]> {
  const { companyId, memberId, sessionId } = await viewerOf();
  return withClient(database.appUrl, async (client) => {
    await client.query("BEGIN; SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL jit = off");
    await client.query("SELECT enter_company($1, $2, $3)", [companyId, memberId, sessionId]);
    await client.query(`PREPARE asked AS ${text}`);
    const given = values.length > 0 ? `(${values.map(literal).join(", ")})` : "";
    const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE asked${given}`);
    return nodesOf(plans.parse(rows)[0]["QUERY PLAN"][0].Plan);
  });
}

async function viewerOf(): Promise<Viewer> {
  const session = await findSession(visit.token);
  if (!session) throw new Error("nobody");
  return findViewer(session.account, visit.slug);
}

function nodesOf(plan: PlanNode): Node[] {
  const { "Actual Rows": passed, "Actual Loops": loops, "Rows Removed by Filter": removed = 0 } = plan;
  const node = {
    type: plan["Node Type"],
    ...(plan["Relation Name"] && { relation: plan["Relation Name"] }),
    rows: (passed + removed) * loops,
  };
  return [node, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

function literal(value: unknown): string {
  if (value === null) return "NULL";
  if (value instanceof Date) return `'${value.toISOString()}'`;
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString("hex")}'`;
  return pg.escapeLiteral(Array.isArray(value) ? `{${value.join(",")}}` : String(value));
}
