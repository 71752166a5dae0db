import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { takeBackup, unfinishedName } from "#lib/backup/backup.ts";
import { requireEmptyPlace } from "#lib/backup/place.ts";
import { readBackup, readBeginning } from "#lib/backup/reading.ts";
import { restoreBackup } from "#lib/backup/restore.ts";
import { addFile, removeFile } from "#lib/chat/files.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { folderStore } from "#lib/files/store.ts";
import { describeFailure } from "#lib/launch/failure.ts";
import { withClient } from "#lib/pg-client.ts";
import { makeRoles } from "#prisma/sql.ts";
import { bodyOf } from "#tests/files/uploads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";
import {
  backupOf,
  type EmptyPlace,
  newFolder,
  openEmptyPlace,
  readEverything,
  restoreInto,
  secret,
} from "./places.ts";

const database = openTestDatabase();
const folder = newFolder();
const file = join(folder, "a.backup");
const keys = new Map([["secret", Buffer.from(secret)] as const]);

/** A file that a member gave, of these bytes. */
async function give(bytes: Uint8Array): Promise<{ id: string; key: string; remove: () => Promise<void> }> {
  const viewer = await viewerOf(database, "sakura", "aoba");
  const thread = await openDirectThread(viewer, await memberIdOf(database, "kosaku", "aoba"));
  const { id } = await addFile(viewer, thread, { name: "a.bin", body: bodyOf(bytes) });
  return { id, key: `${viewer.companyId}/${id}`, remove: () => removeFile(viewer, thread, id) };
}

beforeAll(async () => {
  await give(randomBytes(500_000));
  await takeBackup(backupOf(database, { file, keys }));
});

describe("a restore", () => {
  let place: EmptyPlace;
  beforeEach(async () => {
    place = await openEmptyPlace();
  });

  const countPeople = () =>
    withClient(place.ownerUrl, async (client) => (await client.query("SELECT FROM users")).rowCount);
  const filesIn = () => (existsSync(place.uploads) ? readdirSync(place.uploads) : []);

  it("ends all sessions and sign-ins, and puts the keys back; row-level security is forced again", async () => {
    expect(await database.asOwner("SELECT FROM sessions")).not.toEqual([]);
    const { keys: kept } = await readBeginning(file, undefined);
    expect(kept.get("secret")?.toString()).toBe(secret);
    let put = 0;
    await restoreBackup(restoreInto(place, { file, putKeys: () => put++ }));
    expect(put).toBe(1);
    await withClient(place.ownerUrl, async (client) => {
      for (const table of ["sessions", "sign_ins", "push_subscriptions"])
        expect((await client.query(`SELECT FROM ${table}`)).rows, table).toEqual([]);
      const lax = `SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity
        UNION ALL SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'O'`;
      expect((await client.query(lax)).rows).toEqual([]);
    });
    expect(await countPeople()).toBeGreaterThan(100);
  });

  it.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length - 200_000)],
    [
      "changed",
      (bytes: Buffer) =>
        bytes.fill(bytes.readUInt8(bytes.length - 50) ^ 1, bytes.length - 50, bytes.length - 49),
    ],
  ])("of a backup that was %s leaves nothing behind, and the place can take a whole one", async (_, harm) => {
    const harmed = join(folder, "harmed.backup");
    writeFileSync(harmed, harm(readFileSync(file)));
    let put = 0;
    // As the command does, in a database that may have been migrated before.
    await makeRoles(place.ownerUrl);
    const restoring = restoreBackup(restoreInto(place, { file: harmed, putKeys: () => put++ }));
    await expect(restoring).rejects.toThrow(/changed or cut short/);
    expect([await countPeople(), filesIn(), put]).toEqual([0, [], 0]);
    await requireEmptyPlace(place.ownerUrl, place.uploads);
    await restoreBackup(restoreInto(place, { file }));
    expect(await countPeople()).toBeGreaterThan(100);
  });

  it("takes jobs in the order in which they lie, though narrow ones would fit into the gaps beside wide ones", async () => {
    const many = join(folder, "jobs.backup");
    const queue = (key: string, count: number, width: number) =>
      database.asOwner(
        `INSERT INTO pgboss.job (name, data) SELECT 'mail', jsonb_build_object($1::text, (
          SELECT string_agg(md5(n || ' ' || m), '') FROM generate_series(1, $3::int) m)) FROM generate_series(1, $2::int) n`,
        [key, count, width],
      );
    await database.asOwner("TRUNCATE pgboss.job CASCADE");
    await queue("kept", 150, 45);
    await queue("gone", 400, 1);
    await queue("kept", 150, 1);
    await database.asOwner("DELETE FROM pgboss.job WHERE data ? 'gone'");
    await takeBackup(backupOf(database, { file: many }));
    await database.asOwner("TRUNCATE pgboss.job CASCADE");
    await restoreBackup(restoreInto(place, { file: many }));
    await withClient(place.ownerUrl, async (client) => {
      const { rowCount } = await client.query("SELECT FROM pgboss.job WHERE data ? 'kept'");
      expect(rowCount).toBe(300);
    });
  });

  it("that is told to stop when all is there leaves nothing behind either", async () => {
    const stopping = new AbortController();
    const putKeys = () => {
      stopping.abort();
      throw new Error("stopped");
    };
    const restoring = restoreBackup(restoreInto(place, { file, putKeys, signal: stopping.signal }));
    await expect(restoring).rejects.toThrow("stopped");
    expect([await countPeople(), filesIn()]).toEqual([0, []]);
  });

  it("into a database or a folder that holds anything is refused, and changes nothing", async () => {
    const before = await withClient(database.ownerUrl, readEverything);
    const occupied = { ownerUrl: database.ownerUrl, uploads: place.uploads };
    await expect(requireEmptyPlace(occupied.ownerUrl, occupied.uploads)).rejects.toThrow(
      /^The database is not empty \(there are \w+\)/,
    );
    await expect(restoreBackup(restoreInto(occupied, { file }))).rejects.toThrow(
      /^The database is not empty/,
    );
    expect(await withClient(database.ownerUrl, readEverything)).toEqual(before);

    // A disk of its own has that.
    mkdirSync(join(place.uploads, "lost+found"), { recursive: true });
    await requireEmptyPlace(place.ownerUrl, place.uploads);
    writeFileSync(join(place.uploads, "a photo"), "");
    await expect(requireEmptyPlace(place.ownerUrl, place.uploads)).rejects.toThrow(
      /^The folder .* is not empty/,
    );
    await expect(restoreBackup(restoreInto(place, { file }))).rejects.toThrow(/^The folder .* is not empty/);
    expect([await countPeople(), filesIn()]).toEqual([0, ["a photo", "lost+found"]]);
  });

  it("of jobs in tables of another version is refused", async () => {
    const other = join(folder, "other.backup");
    await database.asOwner("UPDATE pgboss.version SET version = version + 1");
    try {
      await takeBackup(backupOf(database, { file: other }));
    } finally {
      await database.asOwner("UPDATE pgboss.version SET version = version - 1");
    }
    await expect(restoreBackup(restoreInto(place, { file: other }))).rejects.toThrow(
      /jobs are in tables of another version: restore it with Okaeri 0\.0\.0/,
    );
    expect(await countPeople()).toBe(0);
  });

  it("sets no trigger of ours going, and compares what came back with what was saved", async () => {
    await withClient(place.ownerUrl, (client) =>
      client.query(
        `CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
         CREATE TRIGGER lose BEFORE INSERT ON feed_events FOR EACH ROW EXECUTE FUNCTION lose()`,
      ),
    );
    await restoreBackup(restoreInto(place, { file }));
    const other = await openEmptyPlace();
    await withClient(other.ownerUrl, (client) =>
      client.query("ALTER TABLE chat_reactions ALTER emoji TYPE char(20)"),
    );
    await expect(restoreBackup(restoreInto(other, { file }))).rejects.toThrow(
      /What came back of chat_reactions is not what is in the backup/,
    );
  });
});

describe("a backup", () => {
  it("names a file that was taken away while it ran, and holds all others", async () => {
    const [gone, kept] = [await give(randomBytes(1_000)), await give(randomBytes(2_000))];
    const store = folderStore(database.uploads);
    let asked = 0;
    const slow = {
      ...store,
      open: async (key: string) => {
        // Its row is in the snapshot by now.
        if (asked++ === 0) await gone.remove();
        return store.open(key);
      },
    };
    const other = join(folder, "missing.backup");
    const { missing, files, lost } = await takeBackup(backupOf(database, { file: other, store: slow }));
    expect(missing).toEqual({ count: 1, keys: [gone.key] });
    expect([files, lost]).toEqual([2, 0]);
    const place = await openEmptyPlace();
    await restoreBackup(restoreInto(place, { file: other }));
    expect(existsSync(join(place.uploads, kept.key))).toBe(true);
    expect(existsSync(join(place.uploads, gone.key))).toBe(false);
  });

  it("counts as lost what has a row and lies nowhere", async () => {
    const other = join(folder, "unmounted.backup");
    const { missing, files, lost } = await takeBackup(
      backupOf(database, { file: other, store: folderStore(newFolder()) }),
    );
    expect([missing.count, files, lost]).toEqual([2, 0, 2]);
  });

  it("of a disk that is full says so in one sentence, and leaves no file", async () => {
    const full = join(folder, "full.backup");
    symlinkSync("/dev/full", unfinishedName(full));
    const error = await takeBackup(backupOf(database, { file: full })).catch((thrown: unknown) => thrown);
    expect(describeFailure(error)).toBe("The disk is full: free some space and start again.");
    expect(readdirSync(folder).filter((name) => name.startsWith("full"))).toEqual([]);
  });

  it("that is told to stop leaves no file", async () => {
    const stopping = new AbortController();
    const stopped = join(folder, "stopped.backup");
    const taking = takeBackup(
      backupOf(database, { file: stopped, signal: stopping.signal, report: () => stopping.abort() }),
    );
    await expect(taking).rejects.toThrow();
    expect(existsSync(stopped) || existsSync(unfinishedName(stopped))).toBe(false);
  });

  it("says of itself what is in it", async () => {
    const summary = await readBackup(file, { key: undefined });
    const [{ people } = { people: 0 }] = await database.asOwner<{ people: number }>(
      "SELECT count(*)::int AS people FROM users",
    );
    expect(summary.rows).toBeGreaterThan(people);
    expect(summary).toMatchObject({ files: 1, missing: { count: 0 } });
    rmSync(file);
  });
});
