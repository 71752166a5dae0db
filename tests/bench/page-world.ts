import type pg from "pg";
import { normalise } from "#lib/people/normalise.ts";
import { type Ask, addGroup, addGuests, type Guest } from "#tests/support/crowd.ts";
import { fillCrowd } from "./crowd.ts";

type PageWorld = { slug: string; token: string; paths: Record<string, string> };

const slug = "bench";
const threads = 30;
const lines = 200;

/** A company of so many people whose feed, chats and one conversation fill their pages, and a member who is signed in. */
export async function fillPages(owner: pg.Client, people: number): Promise<PageWorld> {
  const ask: Ask = async (sql, values) => (await owner.query(sql, values)).rows;
  await fillCrowd(owner, [slug], people);
  const [viewer] = await addGuests(ask, slug, 1);
  if (!viewer) throw new Error("nobody is signed in");
  await ask(
    `INSERT INTO feed_events (company_id, id, kind, member_id, occurred_at)
      SELECT company_id, gen_random_uuid(), 'JOINED', id, now() - row_number() OVER () * interval '1 hour'
        FROM members WHERE status = 'ACTIVE'`,
  );
  const threadId = await addThreads(ask, viewer);
  const [other] = await ask<{ id: string }>(
    "SELECT id FROM members WHERE status = 'ACTIVE' AND id <> $1 LIMIT 1",
    [viewer.memberId],
  );
  await owner.query("VACUUM (ANALYZE)");
  const paths = {
    directory: "directory",
    feed: "feed",
    person: `people/${other?.id}`,
    chat: "chat",
    conversation: `chat/${threadId}`,
  };
  return { slug, token: viewer.token, paths };
}

/** The viewer's groups, each with a last line; the id of the one that is long. */
async function addThreads(ask: Ask, viewer: Guest): Promise<string> {
  const others = await ask<{ id: string }>(
    "SELECT id FROM members WHERE status = 'ACTIVE' AND id <> $1 LIMIT $2",
    [viewer.memberId, threads],
  );
  let threadId = "";
  for (const { id } of others) {
    threadId = await addGroup(ask, slug, [viewer, { memberId: id, token: "" }]);
    await ask("UPDATE chat_threads SET name = '2016年入社の会' WHERE id = $1", [threadId]);
    await addLines(ask, threadId, id === others.at(-1)?.id ? lines : 3);
  }
  return threadId;
}

const sentence = "来月の集まりのことで、少しご相談したいことがあります。";

async function addLines(ask: Ask, threadId: string, count: number): Promise<void> {
  await ask(
    `INSERT INTO chat_messages (company_id, thread_id, number, revision, id, author_id, client_id, text, folded, sent_at)
      SELECT t.company_id, t.id, n, n, gen_random_uuid(), p.members[1 + n % cardinality(p.members)], gen_random_uuid(),
        $2, $3, now() - make_interval(mins => $4 - n)
      FROM chat_threads t, generate_series(1, $4) n,
        LATERAL (SELECT array_agg(member_id) AS members FROM chat_participants WHERE thread_id = t.id) p
      WHERE t.id = $1`,
    [threadId, sentence, normalise(sentence), count],
  );
  await ask(
    "UPDATE chat_threads SET last_number = $2, revision = $2, last_message_at = now() WHERE id = $1",
    [threadId, count],
  );
}
