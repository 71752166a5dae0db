import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type BackupRequest, takeBackup, unfinishedName } from "#lib/backup/backup.ts";
import { BackupFailure } from "#lib/backup/failure.ts";
import type { Summary } from "#lib/backup/reading.ts";
import { withSnapshot } from "#lib/backup/snapshot.ts";
import type { Env } from "#lib/env.ts";
import { folderStore } from "#lib/files/store.ts";
import {
  cancelOperatorTask,
  type OperatorTask,
  TaskCancelled,
  TaskUnderWay,
  withOperatorTask,
} from "#lib/work/operator-tasks.ts";
import { clock, count, megabytes } from "./amounts.ts";
import { describeBackup } from "./backup-under-way.ts";
import { findDatabase, mainDatabase } from "./database.ts";
import { errorCode } from "./failure.ts";
import { dataFolder, ownUserName, requireWritable, root } from "./folders.ts";
import { type Lifetime, launch } from "./lifetime.ts";
import { completeEnvironment, databaseIsExternal, readKeys, readSettings } from "./settings.ts";

const kind = "backup";

// npm run backup [-- folder or file]: database, files and keys of this moment in one file. With --cancel: ends the one that is under way.
await launch(
  async (lifetime) => {
    const { values, positionals } = parseArgs({
      options: { cancel: { type: "boolean" } },
      allowPositionals: true,
    });
    if (!databaseIsExternal()) requireWritable(dataFolder);
    completeEnvironment("production");
    const settings = readSettings();
    const { ownerUrl } = await findDatabase(mainDatabase, lifetime);
    try {
      if (!values.cancel) return await backUp(ownerUrl, settings, fileFor(positionals[0]), lifetime);
      await cancel(ownerUrl);
      return 0;
    } catch (error) {
      throw explain(error);
    }
  },
  { codeWhenAsked: 130 },
);

/** Returns the exit code: 1 also where files are missing that have a row. */
async function backUp(ownerUrl: string, settings: Env, file: string, lifetime: Lifetime): Promise<number> {
  const { signal } = lifetime;
  if (!existsSync(settings.uploads)) await requireNoFiles(ownerUrl, settings.uploads, signal);
  const operator = `${ownUserName()}@${hostname()}`;
  const installation = {
    ownerUrl,
    store: folderStore(settings.uploads),
    keys: readKeys(),
    secret: settings.secret,
    version: z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))).version,
  };
  const backingUp = withOperatorTask(ownerUrl, { kind, operator, input: { file }, signal }, async (held) => {
    if (held.died) await clearUp(held.died);
    console.log(`Backing up into ${file} …`);
    const report = printNow(held.report);
    const request: BackupRequest = {
      installation,
      file,
      key: settings.backupKey,
      ...held,
      taskId: held.id,
      report,
    };
    return takeBackup(request);
  });
  // Before PostgreSQL is stopped, what was begun is cleared up.
  lifetime.atEnd(() =>
    backingUp.then(
      () => {},
      () => {},
    ),
  );
  const { lost, ...summary } = await backingUp;
  await describe(file, summary, settings.backupKey !== undefined);
  if (lost === 0) return 0;
  console.error(
    `${count(lost)} files are missing, or not whole, in ${settings.uploads}, and nobody took them away: see that UPLOADS is the right folder and its disk is mounted, then take another backup.`,
  );
  return 1;
}

/** Throws BackupFailure where the database knows files and their folder is not there. */
async function requireNoFiles(ownerUrl: string, uploads: string, signal: AbortSignal): Promise<void> {
  await withSnapshot(ownerUrl, signal, async (snapshot) => {
    for await (const _ of snapshot.files())
      throw new BackupFailure(
        `There is no folder ${uploads}, and the database has files in it: set UPLOADS to their folder, or mount its disk.`,
      );
  });
}

async function cancel(ownerUrl: string): Promise<void> {
  const asked = await cancelOperatorTask(ownerUrl, kind);
  if (!asked) throw new BackupFailure("No backup is under way.");
  console.log("The backup that is under way ends within a few seconds, and leaves no file.");
}

/** Of a process that was killed nothing is left but this. */
async function clearUp({ created_at, operator, input }: OperatorTask): Promise<void> {
  const left = unfinishedName(String(input.file));
  console.log(`The backup that ${operator} began at ${clock(created_at)} was killed: ${left} is removed.`);
  await rm(left, { force: true });
}

async function describe(file: string, summary: Summary, encrypted: boolean): Promise<void> {
  const { about, rows, files, bytes, missing } = summary;
  const { size } = await stat(file);
  console.log(
    `Done, and read back: ${count(rows)} rows and ${count(files)} files as of ${clock(new Date(about.takenAt))}, ${megabytes(bytes)}, in ${megabytes(size)}.`,
  );
  if (missing.count > 0)
    console.log(
      `${count(missing.count)} files were not there, or were taken away meanwhile: ${missing.keys.join(", ")}${missing.count > missing.keys.length ? ", …" : ""}`,
    );
  if (!encrypted)
    console.log("It is not encrypted, and holds all that people wrote: see BACKUP_KEY in .env.example.");
}

function explain(error: unknown): unknown {
  if (error instanceof TaskCancelled) return new BackupFailure("The backup was cancelled. There is no file.");
  if (error instanceof TaskUnderWay) return new BackupFailure(describeBackup(error.running));
  if (error instanceof Error && "syscall" in error && error.syscall === "open")
    return new BackupFailure(
      "path" in error && String(error.path).endsWith(unfinishedName(""))
        ? `The file cannot be made (${error.message}): name another place.`
        : `A file cannot be read (${error.message}): back up as the user as whom the app runs.`,
    );
  // A table or a function that is not there.
  if (["42P01", "42883"].includes(errorCode(error) ?? ""))
    return new BackupFailure(
      "This database is none of Okaeri's, or of a version that knew no backup: run `npm run migrate` first.",
    );
  return error;
}

/** A new file in the folder that was named, or else in .data/backups; or the very file. */
function fileFor(named: string | undefined): string {
  const path = resolve(process.env.INIT_CWD ?? root, named ?? join(dataFolder, "backups"));
  if (!named) mkdirSync(path, { recursive: true, mode: 0o700 });
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  if (named?.endsWith("/") && !isFolder)
    throw new BackupFailure(`There is no folder ${path}: make it, or mount the disk that belongs there.`);
  const file = isFolder ? join(path, `okaeri-${stamp(new Date())}.backup`) : path;
  if (existsSync(file)) throw new BackupFailure(`${file} is there already: name another.`);
  return file;
}

function stamp(now: Date): string {
  return `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-")}Z`;
}

function printNow(report: BackupRequest["report"]): BackupRequest["report"] {
  let printedAt = Date.now();
  return (done, total) => {
    report(done, total);
    if (Date.now() - printedAt < 5_000) return;
    printedAt = Date.now();
    console.log(`  ${megabytes(done)} of about ${megabytes(total)}`);
  };
}
