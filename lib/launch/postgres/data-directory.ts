import { randomBytes } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LaunchFailure } from "#lib/launch/failure.ts";
import { type Account, handOver } from "./account.ts";
import type { Programs } from "./programs.ts";

const configuration = {
  listen_addresses: "'127.0.0.1'",
  unix_socket_directories: "''",
  max_connections: "100",
  shared_buffers: "'128MB'",
  work_mem: "'16MB'",
  max_wal_size: "'512MB'",
  random_page_cost: "1.1",
  jit: "off",
  huge_pages: "off",
  dynamic_shared_memory_type: "mmap",
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  password_encryption: "'scram-sha-256'",
};

/** Makes the cluster in `place`/data unless it stands there. Cut short at any point, the next call makes it again. */
export async function ensureDataDirectory(
  place: string,
  programs: Programs,
  account: Account | null,
): Promise<string> {
  const data = join(place, "data");
  if (existsSync(join(data, "PG_VERSION"))) await requireSameVersion(data, programs);
  else await makeCluster(data, place, programs, account);
  return data;
}

/** The password of the cluster's superuser. */
export function readSecret(place: string): string {
  return readFileSync(join(place, "secret"), "utf8");
}

async function makeCluster(
  data: string,
  place: string,
  programs: Programs,
  account: Account | null,
): Promise<void> {
  const secretFile = join(place, "secret");
  writeFileSync(secretFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  handOver(account, secretFile);
  const unfinished = `${data}.unfinished`;
  await initdb(unfinished, secretFile, programs);
  const lines = Object.entries(configuration).map(([name, value]) => `${name} = ${value}\n`);
  appendFileSync(join(unfinished, "postgresql.conf"), `\n${lines.join("")}`);
  renameSync(unfinished, data);
}

// The locale must be a UTF-8 one: under C, lower() and pg_trgm pass over every Japanese character.
async function initdb(data: string, secretFile: string, programs: Programs): Promise<void> {
  let output = "";
  for (const locale of ["C.UTF-8", "en_US.UTF-8"]) {
    rmSync(data, { recursive: true, force: true });
    const access = ["-U", "postgres", "-A", "scram-sha-256", "--pwfile", secretFile];
    const texts = ["--encoding=UTF8", `--locale=${locale}`, "--lc-messages=C", "--no-instructions"];
    const outcome = await programs.run("initdb", "-D", data, ...access, ...texts);
    if (outcome.code === 0) return;
    output = outcome.output;
  }
  rmSync(data, { recursive: true, force: true });
  if (output.includes("No space left on device"))
    throw new LaunchFailure("The disk is full: free some space and start again.");
  throw new LaunchFailure(
    `The embedded PostgreSQL could not make its data directory ${data}: ${output.trim()}`,
  );
}

async function requireSameVersion(data: string, programs: Programs): Promise<void> {
  const { output } = await programs.run("postgres", "--version");
  const [, version] = output.match(/\) (\d+)/) ?? [];
  if (!version)
    throw new LaunchFailure(
      `The embedded PostgreSQL does not run on this machine: ${output.trim()}. Set DATABASE_URL to another.`,
    );
  const madeBy = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (madeBy === version) return;
  throw new LaunchFailure(
    `${data} was made by PostgreSQL ${madeBy} and this is ${version}: install PostgreSQL ${madeBy}, or move that folder away to begin with an empty database.`,
  );
}
