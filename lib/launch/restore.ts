import { randomBytes } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { markOf } from "#lib/backup/backup.ts";
import type { About } from "#lib/backup/entries.ts";
import { BackupFailure } from "#lib/backup/failure.ts";
import { requireEmptyPlace } from "#lib/backup/place.ts";
import { type Beginning, readBeginning, type Summary } from "#lib/backup/reading.ts";
import { restoreBackup } from "#lib/backup/restore.ts";
import { backupKey, type Env } from "#lib/env.ts";
import { ensureQueues } from "#lib/jobs/queues.ts";
import { makeRoles } from "#prisma/sql.ts";
import { clock, count, megabytes } from "./amounts.ts";
import { type EmbeddedPlace, findDatabase, mainDatabase, prepareDatabase } from "./database.ts";
import { dataFolder, requireWritable, root } from "./folders.ts";
import { type Lifetime, launch } from "./lifetime.ts";
import { withLock } from "./lock.ts";
import { removeEmbeddedPostgres } from "./postgres/embedded.ts";
import { step } from "./progress.ts";
import { findNewer, migrateTo } from "./schema.ts";
import {
  adoptKeys,
  clearSettings,
  completeEnvironment,
  databaseIsExternal,
  readSettings,
  writeKeys,
} from "./settings.ts";

type Arguments = { file: string; check: boolean; keepSessions: boolean };

// npm run restore -- file: a backup into an empty place. With --check: into one that is made for it and thrown away, which proves it.
// With --keep-sessions people stay signed in: for an installation that moves.
await launch(
  async (lifetime) => {
    const args = readArguments();
    requireWritable(dataFolder);
    const key = backupKey(process.env);
    const beginning = await readBeginning(args.file, key);
    requireKnown(beginning.about);
    const place = args.check ? await rehearse(lifetime) : mainDatabase;
    if (!databaseIsExternal()) adoptKeys(beginning.keys);
    completeEnvironment("production");
    const settings = readSettings();
    const summary = await restore({ ...args, key, place }, beginning, settings, lifetime);
    describe(summary, args, settings);
    return 0;
  },
  { codeWhenAsked: 130 },
);

async function restore(
  { file, check, keepSessions, key, place }: Arguments & { key: string | undefined; place: EmbeddedPlace },
  { about, keys }: Beginning,
  settings: Env,
  lifetime: Lifetime,
): Promise<Summary> {
  const { signal } = lifetime;
  const { uploads } = settings;
  const database = await findDatabase(place, lifetime);
  const { ownerUrl } = database;
  await requireEmptyPlace(ownerUrl, uploads);
  // As the backup's own version had it; what came after is done to the rows once they are there.
  await migrateTo(about.migrations, signal);
  await makeRoles(ownerUrl);
  await ensureQueues(ownerUrl);
  const putKeys = () => {
    if (!check && !databaseIsExternal()) writeKeys(keys);
  };
  const restoring = step(`Restoring ${file}`, () =>
    restoreBackup({ file, key, ownerUrl, uploads, keepSessions, putKeys, signal }),
  );
  // Before PostgreSQL is stopped, what was begun is cleared up.
  lifetime.atEnd(() =>
    restoring.then(
      () => {},
      () => {},
    ),
  );
  const summary = await restoring;
  await prepareDatabase(database, settings, lifetime);
  return summary;
}

/**
 * A place that is made for this once, by one check at a time: nothing that the environment names is touched. All that people wrote lies
 * there in plain text, so it is removed at the end, and what a check that was killed has left at the beginning of the next.
 */
async function rehearse(lifetime: Lifetime): Promise<EmbeddedPlace> {
  const uploads = join(dataFolder, "rehearsal-uploads");
  const folder = join(dataFolder, "rehearsal-postgres");
  const remove = async () => {
    rmSync(uploads, { recursive: true, force: true });
    await removeEmbeddedPostgres(folder);
  };
  await lockUntilEnd(join(dataFolder, "rehearsal.lock"), lifetime);
  await remove();
  lifetime.atEnd(remove);
  clearSettings();
  Object.assign(process.env, { AUTH_SECRET: randomBytes(32).toString("base64url"), UPLOADS: uploads });
  return { folder, name: "okaeri_rehearsal" };
}

async function lockUntilEnd(file: string, { atEnd }: Lifetime): Promise<void> {
  const held = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const holding = withLock(file, () => {
    held.resolve();
    return over.promise;
  });
  await Promise.race([held.promise, holding]);
  atEnd(() => {
    over.resolve();
    return holding;
  });
}

function requireKnown({ migrations, version }: About): void {
  const [newer] = findNewer(migrations);
  if (newer)
    throw new BackupFailure(
      `This backup was made by a newer version of Okaeri (${version}, with ${newer}): restore it with that one.`,
    );
}

function describe(
  { about, rows, files, bytes, missing }: Summary,
  { check, keepSessions }: Arguments,
  settings: Env,
): void {
  console.log(
    `${check ? "This backup can be restored" : "Restored"}: ${count(rows)} rows and ${count(files)} files as of ${clock(new Date(about.takenAt))}, ${megabytes(bytes)}.`,
  );
  if (missing.count > 0) console.log(`${count(missing.count)} files were missing already when it was made.`);
  if (check) return;
  if (!keepSessions) console.log("Everybody has to sign in again, and to turn notifications on again.");
  if (markOf(settings.secret) !== about.secretMark)
    console.log(
      "AUTH_SECRET is another than when the backup was made: links in mails that were sent before lead nowhere.",
    );
}

function readArguments(): Arguments {
  const { values, positionals } = parseArgs({
    options: { check: { type: "boolean" }, "keep-sessions": { type: "boolean" } },
    allowPositionals: true,
  });
  const [named] = positionals;
  if (!named) throw new BackupFailure("Name a backup: npm run restore -- okaeri-20261129-120000Z.backup");
  const file = resolve(process.env.INIT_CWD ?? root, named);
  if (!existsSync(file)) throw new BackupFailure(`There is no file ${file}.`);
  return { file, check: values.check ?? false, keepSessions: values["keep-sessions"] ?? false };
}
