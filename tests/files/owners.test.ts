import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { withIncoming } from "#lib/files/incoming.ts";
import { keyOf } from "#lib/files/keys.ts";
import { purgeFiles } from "#lib/files/purge.ts";
import { fileStore } from "#lib/files/store.ts";
import { newId } from "#lib/ids.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let sakura: Viewer;

// A domain that there is not: members have badges. This is all that it has to say about files.
beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  await database.asOwner(`ALTER TYPE "FileDomain" ADD VALUE 'BADGES'`);
  await database.asOwner(`
    CREATE TABLE badges (company_id uuid, member_id uuid, file_id uuid, PRIMARY KEY (company_id, member_id),
      FOREIGN KEY (company_id, file_id) REFERENCES files (company_id, id) ON DELETE CASCADE);
    CREATE TRIGGER give_file AFTER INSERT ON badges FOR EACH ROW EXECUTE FUNCTION give_file();
    CREATE TRIGGER let_go_of_file AFTER DELETE ON badges FOR EACH ROW EXECUTE FUNCTION let_go_of_file();
    GRANT SELECT ON badges TO okaeri_app;
    CREATE POLICY badges ON files FOR SELECT TO okaeri_app USING (company_id = app_company_id() AND domain = 'BADGES'
      AND EXISTS (SELECT FROM badges b WHERE b.company_id = files.company_id AND b.file_id = files.id))`);
});
beforeEach(() => database.asOwner("DELETE FROM badges; DELETE FROM files WHERE domain = 'BADGES'"));

/** A file of two days ago with its bytes; `held` by a badge, or given to nobody. */
async function addBadge(held: boolean): Promise<{ id: string; isThere: () => boolean }> {
  const { companyId, memberId } = sakura;
  const id = newId();
  const key = keyOf(companyId, id);
  await withIncoming(async (path) => {
    writeFileSync(path, "a badge");
    await fileStore().put(key, path);
  });
  await database.asOwner(
    `INSERT INTO files (company_id, id, domain, uploader_id, name, type, size, created_at)
      VALUES ($1, $2, 'BADGES', $3, 'badge.png', 'image/png', 7, now() - interval '2 days')`,
    [companyId, id, memberId],
  );
  if (held) await database.asOwner("INSERT INTO badges VALUES ($1, $2, $3)", [companyId, memberId, id]);
  return { id, isThere: () => existsSync(join(database.uploads, key)) };
}

const purge = () => purgeFiles(new Date(Date.now() + 2 * 60 * 60 * 1000));
const seen = (viewer: Viewer, id: string) =>
  withViewer(viewer, (tx) => tx.$queryRaw`SELECT name FROM files WHERE id = ${id}::uuid`);

describe("a file of another domain than chat", () => {
  it("stays as long as its owner's row holds it, and goes with it", async () => {
    const { id, isThere } = await addBadge(true);
    await purge();
    expect(isThere()).toBe(true);
    await database.asOwner("DELETE FROM badges WHERE file_id = $1", [id]);
    expect(await database.asOwner("SELECT FROM files WHERE id = $1", [id])).toEqual([]);
    await purge();
    expect(isThere()).toBe(false);
  });

  it("goes after a day where nobody was given it", async () => {
    const { id, isThere } = await addBadge(false);
    await database.asOwner("UPDATE files SET created_at = now() - interval '23 hours' WHERE id = $1", [id]);
    await purge();
    expect(isThere()).toBe(true);
    await database.asOwner("UPDATE files SET created_at = now() - interval '25 hours' WHERE id = $1", [id]);
    await purge();
    expect(isThere()).toBe(false);
  });

  it("is its uploader's alone, until its domain says who sees it", async () => {
    const kosaku = await viewerOf(database, "kosaku", "aoba");
    const hannah = await viewerOf(database, "hannah", "larkfield");
    const [ungiven, held] = [await addBadge(false), await addBadge(true)];
    expect(await seen(sakura, ungiven.id)).toEqual([{ name: "badge.png" }]);
    expect(await seen(kosaku, ungiven.id)).toEqual([]);
    expect(await seen(kosaku, held.id)).toEqual([{ name: "badge.png" }]);
    for (const { id } of [ungiven, held]) expect(await seen(hannah, id)).toEqual([]);
  });

  it("is not put into a conversation", async () => {
    const { id } = await addBadge(false);
    const [thread] = await database.asOwner<{ id: string }>(
      "SELECT thread_id AS id FROM chat_participants WHERE member_id = $1 AND state = 'ACTIVE' LIMIT 1",
      [sakura.memberId],
    );
    const put = withViewer(
      sakura,
      (tx) => tx.$executeRaw`INSERT INTO chat_files (company_id, file_id, thread_id)
        VALUES (app_company_id(), ${id}::uuid, ${thread?.id}::uuid)`,
    );
    await expect(put).rejects.toThrow("row-level security");
  });
});

it("every table that refers to files goes with them, and they with its rows", async () => {
  const owners = await database.asOwner(
    `SELECT conrelid::regclass::text AS owner, confdeltype::text AS deletes,
        ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY (conkey) ORDER BY 1) AS columns,
        ARRAY(SELECT tgfoid::regproc::text FROM pg_trigger WHERE tgrelid = conrelid AND NOT tgisinternal
          AND tgfoid::regproc::text IN ('give_file', 'let_go_of_file') ORDER BY 1) AS triggers
      FROM pg_constraint WHERE confrelid = 'files'::regclass ORDER BY 1`,
  );
  const held = {
    deletes: "c",
    columns: ["company_id", "file_id"],
    triggers: ["give_file", "let_go_of_file"],
  };
  expect(owners).toEqual(["badges", "chat_files", "takeouts"].map((owner) => ({ owner, ...held })));
});
