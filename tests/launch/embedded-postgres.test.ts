import { execFile, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { serverAccount } from "#lib/launch/postgres/account.ts";
import {
  type EmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from "#lib/launch/postgres/embedded.ts";
import { asSuperuser, ensureOwnedDatabase, ownerUrl } from "#lib/launch/postgres/owner.ts";
import { worksOn } from "#lib/launch/postgres/postmaster.ts";
import { identify, waitForEnd } from "#lib/launch/process-identity.ts";
import { withClient } from "#lib/pg-client.ts";

// One cluster for all tests of this file: making one takes a second, and each test leaves it in a state worth starting from.
const home = mkdtempSync(join(tmpdir(), "okaeri-postgres-"));
chmodSync(home, 0o755);
const folder = join(home, "postgres");
afterAll(() => rmSync(home, { recursive: true }));

test("four starters at once make one server; the last to stop ends it", async () => {
  const starters = await Promise.all([1, 2, 3, 4].map(startInOtherProcess));
  expect(new Set(starters.map(({ pid }) => pid)).size).toBe(1);
  const [{ pid } = { pid: 0 }] = starters;
  expect(identify(pid)).toBeNull();
});

test("its owner is no superuser, and the text is in UTF-8 with a locale that knows Japanese", async () => {
  await whileRunning(async (server) => {
    await ensureOwnedDatabase(server, "okaeri");
    const { rows } = await withClient(ownerUrl(server, "okaeri"), (client) =>
      client.query(
        `SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, lower('ＡＢＣ') AS lower,
                current_setting('server_encoding') AS encoding
           FROM pg_roles WHERE rolname = current_user`,
      ),
    );
    expect(rows[0]).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: true,
      rolcreaterole: true,
      lower: "ａｂｃ",
      encoding: "UTF8",
    });
  });
});

test("a second start in the same process joins the server, which stays until both have stopped", async () => {
  const first = await startEmbeddedPostgres(folder);
  const second = await startEmbeddedPostgres(folder);
  expect(second.pid).toBe(first.pid);
  await first.stop();
  expect(identify(first.pid)).not.toBeNull();
  await second.stop();
  expect(identify(first.pid)).toBeNull();
});

test("after kill -9 of the server the next start has the same data", async () => {
  const killed = await startEmbeddedPostgres(folder);
  await ensureOwnedDatabase(killed, "okaeri");
  await withClient(ownerUrl(killed, "okaeri"), (client) =>
    client.query("CREATE TABLE kept AS SELECT 7 AS number"),
  );
  await kill(killed.pid);
  await whileRunning(async (server) => {
    expect(server.pid).not.toBe(killed.pid);
    const { rows } = await withClient(ownerUrl(server, "okaeri"), (client) =>
      client.query("SELECT number FROM kept"),
    );
    expect(rows).toEqual([{ number: 7 }]);
    await killed.stop();
    expect(identify(server.pid)).not.toBeNull();
  });
});

test("a pid file whose number belongs to another process by now is seen through", async () => {
  let data = "";
  await whileRunning(async (server) => {
    const { rows } = await asSuperuser(server, "postgres", (client) => client.query("SHOW data_directory"));
    data = rows[0].data_directory;
  });
  writeFileSync(join(data, "postmaster.pid"), `${process.pid}\n${data}\n0\n5432\n\n127.0.0.1\n`);
  await whileRunning(async (server) => expect(server.pid).not.toBe(process.pid));
});

test("on a system without /proc a server is known by its command, and a stranger with its number is not", async () => {
  let data = "";
  await whileRunning(async (server) => {
    const { rows } = await asSuperuser(server, "postgres", (client) => client.query("SHOW data_directory"));
    data = rows[0].data_directory;
    const nobody = { runAny: () => Promise.reject(new Error("nothing but ps is asked")) };
    expect(await worksOn(data, server.pid, nobody, "darwin")).toBe(true);
    expect(await worksOn(home, server.pid, nobody, "darwin")).toBe(false);
    expect(await worksOn(data, process.pid, nobody, "darwin")).toBe(false);
    expect(await worksOn(data, 4_000_000, nobody, "darwin")).toBe(false);
  });
});

test("nobody is signalled for a server that has died, whoever has its number by now", async () => {
  // As the account that stops the server, which may signal it.
  const { uid, gid } = serverAccount() ?? {};
  const stranger = spawn("sleep", ["60"], { uid, gid });
  const server = await startEmbeddedPostgres(folder);
  const { rows } = await asSuperuser(server, "postgres", (client) => client.query("SHOW data_directory"));
  const pidFile = join(rows[0].data_directory, "postmaster.pid");
  const written = readFileSync(pidFile, "utf8");
  await kill(server.pid);
  writeFileSync(pidFile, written.replace(String(server.pid), String(stranger.pid)));
  await server.stop();
  expect(identify(stranger.pid ?? 0)).not.toBeNull();
  stranger.kill();
});

test("revive starts a dead server again on its port, and leaves a living one alone", async () => {
  await whileRunning(async (server) => {
    expect(await server.revive()).toBe(false);
    await kill(server.pid);
    expect(await server.revive()).toBe(true);
    await asSuperuser(server, "postgres", async (client) => {
      expect((await client.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    });
  });
});

test("one that is removed ends and leaves nothing, and where there is none nothing happens", async () => {
  const server = await startEmbeddedPostgres(folder);
  await removeEmbeddedPostgres(folder);
  expect(identify(server.pid)).toBeNull();
  expect(readdirSync(home)).toEqual([]);
  await removeEmbeddedPostgres(folder);
  expect(readdirSync(home)).toEqual([]);
});

async function whileRunning(work: (server: EmbeddedPostgres) => Promise<void>): Promise<void> {
  const server = await startEmbeddedPostgres(folder);
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}

async function startInOtherProcess(): Promise<{ pid: number }> {
  const script = `
    const { startEmbeddedPostgres } = await import("#lib/launch/postgres/embedded.ts");
    const server = await startEmbeddedPostgres(${JSON.stringify(folder)});
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await server.stop();
    console.log(JSON.stringify({ pid: server.pid }));`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--conditions=react-server",
    "--input-type=module",
    "-e",
    script,
  ]);
  return JSON.parse(stdout);
}

async function kill(pid: number): Promise<void> {
  const identity = identify(pid);
  if (!identity) throw new Error(`No process ${pid}`);
  process.kill(pid, "SIGKILL");
  await waitForEnd(identity, 5_000);
}
