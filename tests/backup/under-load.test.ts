import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, test, vi } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { takeBackup } from "#lib/backup/backup.ts";
import { restoreBackup } from "#lib/backup/restore.ts";
import { deleteMessage, editMessage, setReaction } from "#lib/chat/changes.ts";
import { addFile } from "#lib/chat/files.ts";
import { addToGroup, createGroup, leaveGroup } from "#lib/chat/groups.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { everyCompany, withScope } from "#lib/db.ts";
import type { FileStore } from "#lib/files/store.ts";
import { folderStore } from "#lib/files/store.ts";
import { queueMail } from "#lib/mail/mailer.ts";
import { withClient } from "#lib/pg-client.ts";
import { bodyOf } from "#tests/files/uploads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { sleep } from "#tests/support/findings.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";
import { backupOf, newFolder, openEmptyPlace, readEverything, restoreInto } from "./places.ts";

const database = openTestDatabase();

test("a backup that was taken while people wrote is restored as the installation was at one moment, in every row and file", async () => {
  const sakura = await viewerOf(database, "sakura", "aoba");
  const kosaku = await viewerOf(database, "kosaku", "aoba");
  const other = await memberIdOf(database, "yuki", "aoba");
  const threads = await Promise.all(
    [1, 2, 3].map(() => createGroup(sakura, { name: "会", memberIds: [kosaku.memberId] })),
  );
  const given = new Map<string, Buffer>();
  for (let n = 0; n < 20; n++) await give(sakura, threads[0] ?? "", given);
  const jobs = await withScope(everyCompany, (tx) =>
    queueMail(tx, { to: "later@example.com", subject: "s", html: "h", text: "t" }),
  );

  const ending = new AbortController();
  const counts = { written: 0 };
  const people = threads.map((thread, n) =>
    keepBusy(n % 2 ? kosaku : sakura, thread, { other, given, counts, signal: ending.signal }),
  );
  const snapshot = snapshotOf(folderStore(database.uploads));
  const folder = newFolder();
  const file = join(folder, "a.backup");
  const before = counts.written;
  const { lost, ...summary } = await takeBackup(
    backupOf(database, { file, store: snapshot.store, key: "k".repeat(32) }),
  ).finally(async () => {
    ending.abort();
    await Promise.all(people);
  });
  const meanwhile = counts.written - before;
  expect(meanwhile).toBeGreaterThan(20);
  expect(readdirSync(folder)).toEqual(["a.backup"]);

  const expected = await snapshot.content();
  const place = await openEmptyPlace();
  const restored = await restoreBackup(restoreInto(place, { file, key: "k".repeat(32), keepSessions: true }));
  expect(restored).toEqual(summary);
  expect(lost).toBe(0);

  await withClient(place.ownerUrl, async (client) => {
    const there = await readEverything(client);
    for (const [table, rows] of Object.entries(expected)) expect(there[table], table).toEqual(rows);
    expect(Object.keys(there)).toEqual(Object.keys(expected));
    expect(there["pgboss.job_common"]?.some((line) => line.includes(jobs))).toBe(true);

    // The moment lies within the writing.
    const now = await withClient(database.ownerUrl, readEverything);
    expect(now["public.chat_messages"]).not.toEqual(there["public.chat_messages"]);

    const gaps = await client.query(
      `SELECT t.id FROM chat_threads t LEFT JOIN chat_messages m ON m.company_id = t.company_id AND m.thread_id = t.id GROUP BY t.company_id, t.id
        HAVING count(m.number) <> t.last_number OR coalesce(max(m.number), 0) <> t.last_number OR coalesce(max(m.revision), 0) > t.revision
          OR count(DISTINCT m.revision) <> count(m.revision)`,
    );
    expect(gaps.rows).toEqual([]);

    const files = await client.query<{ id: string; company_id: string }>("SELECT company_id, id FROM files");
    expect(files.rows.length).toBeGreaterThanOrEqual(20);
    for (const { company_id, id } of files.rows)
      expect(
        readFileSync(join(place.uploads, company_id, id)).equals(given.get(id) ?? Buffer.alloc(0)),
        id,
      ).toBe(true);
    const lying = readdirSync(place.uploads).flatMap((company) => readdirSync(join(place.uploads, company)));
    expect(lying.sort()).toEqual(files.rows.map(({ id }) => id).sort());
  });
});

type Life = {
  other: string;
  given: Map<string, Buffer>;
  counts: { written: number };
  signal: AbortSignal;
};

/** Writes, edits, deletes, reacts, gives files, brings somebody in and lets them go, until it is enough. */
async function keepBusy(
  viewer: Viewer,
  threadId: string,
  { other, given, counts, signal }: Life,
): Promise<void> {
  for (let n = 0; !signal.aborted; n++) {
    const files = n % 5 === 0 ? [await give(viewer, threadId, given)] : [];
    const words = { text: `${n} 行目\t\\N "…"`, mentions: [], files };
    const { number } = await sendMessage(viewer, { threadId, clientId: crypto.randomUUID(), ...words });
    if (n % 3 === 0) await editMessage(viewer, { threadId, number, text: "直した\n二行", mentions: [] });
    if (n % 4 === 0) await setReaction(viewer, { threadId, number, emoji: "👍", on: true });
    if (n % 7 === 0) await deleteMessage(viewer, { threadId, number });
    if (n === 2) await addToGroup(viewer, threadId, [other]).catch(() => {});
    counts.written += 1;
  }
  await leaveGroup(viewer, threadId);
}

async function give(viewer: Viewer, threadId: string, given: Map<string, Buffer>): Promise<string> {
  const bytes = randomBytes(30_000);
  const { id } = await addFile(viewer, threadId, { name: "a.bin", body: bodyOf(bytes) });
  given.set(id, bytes);
  return id;
}

/** Looks, by another connection, at the very moment that the backup looks at. Files come slowly, so that it lasts. */
function snapshotOf(store: FileStore): {
  store: FileStore;
  content: () => Promise<Record<string, string[]>>;
} {
  const query = vi.spyOn(pg.Client.prototype, "query");
  let content: Promise<Record<string, string[]>> | undefined;

  async function look(): Promise<Record<string, string[]>> {
    const at = query.mock.calls.findIndex(([text]) =>
      String(text).startsWith("BEGIN ISOLATION LEVEL REPEATABLE READ"),
    );
    const backup = query.mock.contexts[at];
    if (!(backup instanceof pg.Client)) throw new Error("the backup has no connection");
    const { rows } = await backup.query("SELECT pg_export_snapshot() AS id");
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    try {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      await client.query(`SET TRANSACTION SNAPSHOT '${rows[0].id}'`);
      return await readEverything(client);
    } finally {
      await client.end();
    }
  }

  return {
    store: {
      ...store,
      open: async (key) => {
        content ??= look();
        await content;
        await sleep(10);
        return store.open(key);
      },
    },
    content: async () => {
      query.mockRestore();
      return (await content) ?? {};
    },
  };
}
