import pg from "pg";
import type { ThreadChanges } from "#lib/chat/schema.ts";
import type { ActionResult } from "#lib/results.ts";
import { type Ask, addGroup, addGuests } from "#tests/support/crowd.ts";
import { type Finding, finding, sleep, timeUntil } from "#tests/support/findings.ts";
import { Screen } from "#tests/support/screen.ts";

type Hang = { ask: Ask; ownerUrl: string; company: string; url: string };

/** Somebody's transaction has taken its number and hangs before its commit, while others write and read. */
export async function hangBeforeCommit({ ask, ownerUrl, company, url }: Hang): Promise<Finding[]> {
  const [slow, quick, reader] = await addGuests(ask, company, 3);
  if (!slow || !quick || !reader) throw new Error("no guests");
  const threadId = await addGroup(ask, company, [slow, quick, reader]);
  const elsewhere = await addGroup(ask, company, [quick, reader]);
  const threadIds = [threadId, elsewhere];
  const [writing, reading] = [quick, reader].map((guest) => new Screen({ url, company, guest, threadIds }));
  if (!writing || !reading) throw new Error("no screens");
  const other = new pg.Client({ connectionString: ownerUrl });
  await other.connect();
  const texts = () => reading.lines(threadId).map(({ number, text }) => `${number} ${text}`);
  try {
    await timeUntil(() => [writing, reading].every(({ isUpToDate }) => isUpToDate), 20_000);
    await other.query("BEGIN");
    await takeNumber(other, threadId, slow.memberId);
    writing.write(threadId, "速い");
    writing.write(elsewhere, "よそ");
    const passed = await timeUntil(() => reading.lines(elsewhere).length === 1, 5_000);
    await sleep(500);
    const sync = (): Promise<ActionResult<ThreadChanges>> =>
      reading.socket.timeout(5_000).emitWithAck("thread:sync", { threadId, after: 0 });
    const early = await sync();
    const before = [...texts()];
    await other.query("COMMIT");
    const came = await timeUntil(() => texts().length === 2, 15_000);
    const late = await sync();
    return [
      finding("other threads do not wait for it", passed !== null, `${Math.round(passed ?? 0)} ms`),
      finding(
        "until then neither is seen",
        before.length === 0 && early.ok && early.data.revision === 0 && early.data.lines.length === 0,
      ),
      finding(
        "then both are, in the order of their numbers",
        came !== null && texts().join() === "1 遅い,2 速い",
        texts().join(),
      ),
      finding("for a sync too", late.ok && late.data.lines.map(({ text }) => text).join() === "遅い,速い"),
    ];
  } finally {
    await other.end();
    for (const screen of [writing, reading]) screen.close();
  }
}

async function takeNumber(client: pg.Client, threadId: string, authorId: string): Promise<void> {
  await client.query("SELECT FROM chat_threads WHERE id = $1 FOR UPDATE", [threadId]);
  await client.query(
    `INSERT INTO chat_messages (company_id, thread_id, number, revision, id, author_id, client_id, text)
      SELECT company_id, id, last_number + 1, revision + 1, gen_random_uuid(), $2, gen_random_uuid(), '遅い'
        FROM chat_threads WHERE id = $1`,
    [threadId, authorId],
  );
  await client.query(
    `UPDATE chat_threads SET last_number = last_number + 1, revision = revision + 1, last_message_at = clock_timestamp()
        WHERE id = $1`,
    [threadId],
  );
  await client.query(
    `SELECT pg_notify('okaeri', json_build_object('type', 'thread:changed', 'companyId', company_id, 'threadId', id,
        'from', revision - 1, 'to', revision)::text) FROM chat_threads WHERE id = $1`,
    [threadId],
  );
}
