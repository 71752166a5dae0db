import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { dataFolder } from "#lib/launch/folders.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#lib/launch/postgres/embedded.ts";
import { asSuperuser } from "#lib/launch/postgres/owner.ts";
import { withClient } from "#lib/pg-client.ts";
import { readEverything } from "#tests/backup/places.ts";

// A PostgreSQL of the operator's, in which nobody of ours is superuser: its owner may make roles, and no more.
const home = mkdtempSync(join(tmpdir(), "okaeri-backup-"));
chmodSync(home, 0o755);
const folder = join(home, "backups");
const [first, second] = ["first", "second"].map((name) => ({ name, uploads: join(home, name) }));
const key = "a key of the tests, long enough to be one";
let server: EmbeddedPostgres;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  mkdirSync(folder);
  server = await startEmbeddedPostgres(join(home, "postgres"));
  await asSuperuser(server, "postgres", async (client) => {
    await client.query("CREATE ROLE plain LOGIN CREATEROLE PASSWORD 'plain'");
    for (const { name } of places()) await client.query(`CREATE DATABASE ${name} OWNER plain`);
  });
  expect((await run("migrate", first)).code).toBe(0);
  await withClient(urlOf(first), fill);
});

afterEach(async () => {
  for (const child of running) child.kill("SIGKILL");
});

afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true });
});

type Named = { name: string; uploads: string } | undefined;

function places() {
  if (!first || !second) throw new Error("no places");
  return [first, second];
}

function urlOf(place: Named): string {
  return `postgresql://plain:plain@127.0.0.1:${server.port}/${place?.name}`;
}

function start(command: string, place: Named, ...args: string[]) {
  const env = {
    ...process.env,
    ...{ DATABASE_URL: urlOf(place), DATABASE_APP_URL: "", EMBEDDED_DATABASE_URL: "", INIT_CWD: "" },
    ...{
      UPLOADS: place?.uploads,
      AUTH_SECRET: "s".repeat(40),
      BACKUP_KEY: key,
      VAPID_PUBLIC_KEY: "",
      VAPID_PRIVATE_KEY: "",
    },
  };
  const child = spawn(process.execPath, ["--conditions=react-server", `lib/launch/${command}.ts`, ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  const ended = once(child, "close").then(([code]) => {
    running.delete(child);
    return { code, said };
  });
  return { child, ended, said: () => said };
}

function run(command: string, place: Named, ...args: string[]) {
  return start(command, place, ...args).ended;
}

/** A company with somebody in it and a file, as they come to be in a year. */
async function fill(owner: pg.Client): Promise<void> {
  const [company, member, thread, file] = Array.from({ length: 4 }, () => crypto.randomUUID());
  await owner.query("BEGIN");
  for (const table of ["companies", "users", "members", "chat_threads", "files"])
    await owner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  await owner.query(
    "INSERT INTO companies (id, slug, name, name_en, door_keys) VALUES ($1, 'aoba', '青葉', 'Aoba', '{aoba,青葉}')",
    [company],
  );
  await owner.query("INSERT INTO users (id, email) VALUES ($1, 'sakura@example.com')", [member]);
  await owner.query("INSERT INTO members (company_id, id, user_id, kind) VALUES ($1, $2, $2, 'EMPLOYEE')", [
    company,
    member,
  ]);
  await owner.query("INSERT INTO chat_threads (company_id, id, kind, name) VALUES ($1, $2, 'GROUP', '会')", [
    company,
    thread,
  ]);
  await owner.query(
    "INSERT INTO files (company_id, id, domain, uploader_id, name, type, size) VALUES ($1, $2, 'CHAT', $3, 'a', 'text/plain', 9)",
    [company, file, member],
  );
  for (const table of ["companies", "users", "members", "chat_threads", "files"])
    await owner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await owner.query("COMMIT");
  const path = join(first?.uploads ?? "", `${company}/${file}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "おかえ");
}

const readAll = (place: Named) => asSuperuser(server, place?.name ?? "", readEverything);

test("an owner without any other right backs up what row-level security hides from it, and restores it elsewhere", async () => {
  const file = join(folder, "a.backup");
  const backup = await run("backup", first, file);
  expect(backup).toMatchObject({
    code: 0,
    said: expect.stringMatching(/Done, and read back: [\d,]+ rows and 1 files/),
  });
  expect(readdirSync(folder)).toEqual(["a.backup"]);
  expect(readFileSync(file).includes("sakura@example.com")).toBe(false);

  const restored = await run("restore", second, file);
  expect(restored).toMatchObject({
    code: 0,
    said: expect.stringMatching(/Restored: [\d,]+ rows and 1 files/),
  });
  const [before, after] = [await readAll(first), await readAll(second)];
  // Of the backup itself the first knows that it is done; and anyone who migrates writes down when the queues were last looked after.
  const own = ["public.long_work", "pgboss.queue", "pgboss.version"];
  for (const table of own) for (const one of [before, after]) delete one[table];
  expect(after).toEqual(before);
  const files = readdirSync(second?.uploads ?? "", { recursive: true, encoding: "utf8" }).sort();
  expect(files).toEqual(readdirSync(first?.uploads ?? "", { recursive: true, encoding: "utf8" }).sort());
  await asSuperuser(server, "second", async (client) => {
    const { rows } = await client.query("SELECT state, operator IS NOT NULL AS said FROM long_work");
    expect(rows).toEqual([{ state: "DONE", said: true }]);
  });
});

test("one backup at a time; it can be cancelled from elsewhere, and by Ctrl-C; one that was killed is found", async () => {
  const file = join(folder, "held.backup");
  await withClient(urlOf(first), async (holder) => {
    // The backup waits for this table, as for a migration.
    await holder.query("BEGIN; LOCK TABLE chat_threads IN ACCESS EXCLUSIVE MODE");
    const begun = async () => {
      const backup = start("backup", first, file);
      for (
        const until = Date.now() + 60_000;
        Date.now() < until && !backup.said().includes("Backing up into");
      )
        await new Promise((resolve) => setTimeout(resolve, 50));
      return backup;
    };
    const waiting = await begun();
    expect(await run("backup", first, join(folder, "other.backup"))).toMatchObject({
      code: 1,
      said: expect.stringMatching(/A backup is under way, which .* began at/),
    });
    expect(await run("backup", first, "--cancel")).toMatchObject({ code: 0 });
    expect(await waiting.ended).toMatchObject({ code: 1, said: expect.stringContaining("was cancelled") });

    const stopped = await begun();
    stopped.child.kill("SIGINT");
    expect((await stopped.ended).code).toBe(130);
    await holder.query("ROLLBACK");
  });
  // What a process that was killed leaves.
  writeFileSync(`${file}.unfinished`, "half");
  await asSuperuser(server, "first", (client) =>
    client.query(
      `INSERT INTO long_work (id, operator, kind, state, input, claim, lease_ends_at)
        VALUES (gen_random_uuid(), 'koji@host', 'backup', 'RUNNING', $1, gen_random_uuid(), now() - interval '1 second')`,
      [{ file }],
    ),
  );
  const next = await run("backup", first, join(folder, "next.backup"));
  expect(next).toMatchObject({
    code: 0,
    said: expect.stringMatching(/was killed: .*held\.backup\.unfinished is removed/),
  });
  expect(readdirSync(folder).filter((name) => !["a.backup", "next.backup"].includes(name))).toEqual([]);
  expect(existsSync(join(folder, "next.backup"))).toBe(true);
});

test("what cannot be is told in one sentence", async () => {
  const nowhere = join(home, "nowhere");
  const [unmounted, none] = ["first", "second"].map((name) => ({ name, uploads: nowhere }));
  writeFileSync(join(folder, "a.txt"), "-- a dump\n");
  const refusals = await Promise.all([
    run("backup", first, join(folder, "no/such/folder/a.backup")),
    run("backup", first, join(home, "unmounted/")),
    run("backup", unmounted, join(folder, "unmounted.backup")),
    run("restore", none, join(folder, "a.txt")),
  ]);
  expect(refusals).toEqual([
    { code: 1, said: expect.stringContaining("The file cannot be made") },
    { code: 1, said: expect.stringMatching(/There is no folder .*unmounted: make it/) },
    {
      code: 1,
      said: expect.stringMatching(/There is no folder .*nowhere, and the database has files in it/),
    },
    { code: 1, said: expect.stringContaining("is no backup of Okaeri") },
  ]);
  expect(readdirSync(home)).not.toContain("unmounted");
});

test("files that are missing are counted, and said by the exit code; a check of the backup leaves nothing behind", async () => {
  const empty = join(home, "empty");
  mkdirSync(empty);
  const file = join(folder, "empty.backup");
  const left = join(dataFolder, "rehearsal-uploads");
  mkdirSync(left, { recursive: true });
  writeFileSync(join(left, "of a check that was killed"), "");
  expect(await run("backup", { name: "first", uploads: empty }, file)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/1 files are missing, or not whole, in .*empty/),
  });
  expect(await run("restore", { name: "second", uploads: empty }, file, "--check")).toMatchObject({
    code: 0,
    said: expect.stringContaining("This backup can be restored"),
  });
  expect(readdirSync(dataFolder).filter((name) => name.startsWith("rehearsal"))).toEqual([]);
});
