// What a long thread costs: its pages, its syncs and its searches, each beside the same in a short one.
// npm run bench history [messages, 100,000 without it]
import type pg from "pg";
import type { Viewer } from "#lib/auth/schema.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { listMessagesBefore } from "#lib/chat/messages.ts";
import { searchMessages } from "#lib/chat/search.ts";
import { listChanges } from "#lib/chat/sync.ts";
import { disconnect } from "#lib/db.ts";
import { normalise } from "#lib/people/normalise.ts";
import { withClient } from "#lib/pg-client.ts";
import { type Ask, addCompany, addGroup, addGuests } from "#tests/support/crowd.ts";
import { quantile, spread } from "./chat-figures.ts";
import { withBenchDatabase } from "./database.ts";

const slug = "bench";
const messages = Number(process.argv[2] ?? 100_000);
const few = 1_000;
const rounds = 7;
/** Of each question in a round. */
const times = 15;

const sentences = [
  "来月の集まりのことで、少しご相談したいことがあります。",
  "ありがとうございます。資料は明日までにお送りします。",
  "先日の触媒の件、カタログの数値と合いませんでした。",
  "福岡に出張します。お時間があればコーヒーでもいかがですか。",
  "Thank you, I will read it on the train.",
  "了解です！",
  "新しい会社では分析装置の校正を担当しています。",
  "お久しぶりです。お元気でしたか。こちらは相変わらずです。",
];
const secretWords = "幻の合言葉";

type History = { threadId: string; viewer: Viewer; length: number };

const questions: Record<string, (history: History) => Promise<{ length: number }>> = {
  "the first page": async ({ viewer, threadId }) => (await listMessagesBefore(viewer, threadId)).lines,
  "a page back, in the middle": async ({ viewer, threadId, length }) =>
    (await listMessagesBefore(viewer, threadId, length / 2)).lines,
  "a sync, fifty revisions behind": async ({ viewer, threadId, length }) =>
    (await listChanges(viewer, threadId, length - 50)).lines,
  "a sync, nothing missed": async ({ viewer, threadId, length }) =>
    (await listChanges(viewer, threadId, length)).lines,
  "a search in it, many hits": async ({ viewer, threadId }) =>
    (await searchMessages(viewer, { q: "集まり", threadId })).hits,
  "a search in it, one hit, long ago": async ({ viewer, threadId }) =>
    (await searchMessages(viewer, { q: "幻の合言葉", threadId })).hits,
  "a search in it, no hit": async ({ viewer, threadId }) =>
    (await searchMessages(viewer, { q: "琵琶湖", threadId })).hits,
  "a search in all, one hit, long ago": async ({ viewer }) =>
    (await searchMessages(viewer, { q: "幻の合言葉" })).hits,
  "a search in all, no hit": async ({ viewer }) => (await searchMessages(viewer, { q: "琵琶湖" })).hits,
};

await withBenchDatabase("okaeri_bench_history", async ({ ownerUrl }) => {
  const [long, brief] = await withClient(ownerUrl, prepare);
  console.log(`A thread of ${messages} messages beside one of ${few}: medians of ${rounds} rounds in turns`);
  const table = [];
  for (const [question, ask] of Object.entries(questions)) {
    const found = (await ask(long)).length;
    await ask(brief);
    const measured: { long: number; brief: number }[] = [];
    for (let round = 0; round < rounds; round++)
      measured.push({ brief: await median(() => ask(brief)), long: await median(() => ask(long)) });
    table.push({
      question,
      found,
      "long ms": spread(measured.map(({ long }) => long)),
      "brief ms": spread(measured.map(({ brief }) => brief)),
      "× brief": spread(measured.map(({ long, brief }) => long / brief)),
    });
  }
  console.table(table);
  await disconnect();
});

async function prepare(owner: pg.Client): Promise<[History, History]> {
  const ask: Ask = async (sql, values) => (await owner.query(sql, values)).rows;
  await addCompany(ask, slug);
  const histories: History[] = [];
  for (const length of [messages, few]) {
    const guests = await addGuests(ask, slug, 4);
    const threadId = await addGroup(ask, slug, guests);
    await fill(ask, threadId, length);
    const session = await findSession(guests[0]?.token ?? "");
    if (!session) throw new Error("a new session is not found");
    histories.push({ threadId, viewer: await findViewer(session.account, slug), length });
  }
  await owner.query("VACUUM (ANALYZE) chat_messages, chat_threads, chat_participants, chat_places");
  const [long, brief] = histories;
  if (!long || !brief) throw new Error("no histories");
  return [long, brief];
}

/** So many messages by the members in turn, a minute apart; near the beginning one that has its words alone. */
async function fill(ask: Ask, threadId: string, length: number): Promise<void> {
  await ask(
    `INSERT INTO chat_messages (company_id, thread_id, number, revision, id, author_id, client_id, text, folded, sent_at)
      SELECT t.company_id, t.id, n, n, gen_random_uuid(), p.members[1 + n % cardinality(p.members)], gen_random_uuid(),
        CASE WHEN n = 10 THEN $4 ELSE ($2::text[])[1 + (hashint4(n) & 2147483647) % cardinality($2::text[])] || ' ' || n END,
        CASE WHEN n = 10 THEN $4 ELSE ($3::text[])[1 + (hashint4(n) & 2147483647) % cardinality($3::text[])] || ' ' || n END,
        now() - make_interval(mins => $5 - n)
      FROM chat_threads t, generate_series(1, $5) n,
        LATERAL (SELECT array_agg(member_id) AS members FROM chat_participants WHERE thread_id = t.id) p
      WHERE t.id = $1`,
    [threadId, sentences, sentences.map(normalise), secretWords, length],
  );
  await ask(
    `UPDATE chat_threads SET last_number = $2, revision = $2, last_message_at = now() WHERE id = $1`,
    [threadId, length],
  );
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return quantile(
    taken.sort((a, b) => a - b),
    0.5,
  );
}
