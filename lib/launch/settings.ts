import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import webPush from "web-push";
import { z } from "zod";
import { type KeyName, keyNames } from "#lib/backup/entries.ts";
import { type Env, parseEnv, type VapidKeys } from "#lib/env.ts";
import { requireAddress } from "./external-database.ts";
import { errorCode, LaunchFailure } from "./failure.ts";
import { dataFolder } from "./folders.ts";

/** True when the database is one of the operator's; otherwise the launcher brings its own. */
export function databaseIsExternal(): boolean {
  return Boolean(process.env.DATABASE_URL || process.env.DATABASE_APP_URL);
}

/** The keys that are in the data folder and nowhere else: what a backup must hold beside database and files. */
export function readKeys(folder = dataFolder): Map<KeyName, Buffer> {
  const there = databaseIsExternal() ? [] : keyNames.filter((name) => existsSync(join(folder, name)));
  return new Map(there.map((name) => [name, readFileSync(join(folder, name))]));
}

/** Puts the keys of a backup into the data folder, in place of those of an empty installation. */
export function writeKeys(keys: Map<KeyName, Buffer>, folder = dataFolder): void {
  for (const [name, bytes] of keys) {
    const draft = join(folder, `${name}.restoring`);
    writeFileSync(draft, bytes, { mode: 0o600 });
    renameSync(draft, join(folder, name));
  }
}

/** Lets the app have the keys of a backup before they lie in the data folder. What the environment says goes first. */
export function adoptKeys(keys: Map<KeyName, Buffer>): void {
  const secret = keys.get("secret")?.toString();
  if (secret) process.env.AUTH_SECRET ||= secret;
  const vapid = keys.get("vapid.json");
  if (!vapid || process.env.VAPID_PUBLIC_KEY || process.env.VAPID_PRIVATE_KEY) return;
  const { publicKey, privateKey } = vapidFile.parse(JSON.parse(vapid.toString()));
  Object.assign(process.env, { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey });
}

/** Fills into the environment, which every process of the app inherits, what the launcher decides. */
export function completeEnvironment(mode: "production" | "development" | "test"): void {
  delete process.env.EMBEDDED_DATABASE_URL;
  delete process.env.PUSH_TEST_SERVICE;
  const secret = process.env.AUTH_SECRET || (databaseIsExternal() ? "" : keptSecret());
  Object.assign(process.env, {
    NODE_ENV: mode,
    AUTH_SECRET: secret,
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
  });
  // On one's own machine the terminal says what is wrong, and nothing of each request.
  if (!databaseIsExternal()) process.env.LOG_LEVEL ||= "warn";
  const { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY } = process.env;
  if (VAPID_PUBLIC_KEY || VAPID_PRIVATE_KEY || databaseIsExternal()) return;
  const { publicKey, privateKey } = keptVapidKeys();
  Object.assign(process.env, { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey });
}

/** The settings as the app will read them. Throws WrongSetting, by its name, and LaunchFailure. */
export function readSettings(): Env {
  if (process.env.DATABASE_APP_URL && !process.env.DATABASE_URL) {
    throw new LaunchFailure(
      "DATABASE_APP_URL is set without DATABASE_URL: set that too, to the owner's address, which migrates.",
    );
  }
  for (const name of ["DATABASE_URL", "DATABASE_APP_URL"]) {
    const url = process.env[name];
    if (url) requireAddress(url, name);
  }
  // The embedded database's port is known when it runs.
  const embedded = databaseIsExternal() ? {} : { EMBEDDED_DATABASE_URL: "postgresql://127.0.0.1/okaeri" };
  return parseEnv({ ...process.env, ...embedded });
}

/** Empties every setting, so that tests do not touch what a person has set, in the environment or in .env. */
export function clearSettings(): void {
  for (const name of settingNames) process.env[name] = "";
}

const settingNames = [
  ...[
    "HOST",
    "PORT",
    "REALTIME_PORT",
    "WORKER_PORT",
    "APP_URL",
    "REALTIME_URL",
    "AUTH_SECRET",
    "TRUST_PROXY",
  ],
  ...["DATABASE_URL", "DATABASE_APP_URL", "DATABASE_POOL", "SMTP_URL", "MAIL_FROM"],
  ...["REDIS_URL", "MESSAGES_PER_SECOND"],
  ...["UPLOADS", "SCAN_COMMAND", "BACKUP_KEY"],
  ...["VAPID_PUBLIC_KEY", "VAPID_PRIVATE_KEY"],
  ...["LOG_LEVEL", "METRICS_PORT", "METRICS_HOST"],
];

function keptSecret(): string {
  return kept("secret", () => randomBytes(32).toString("base64url"));
}

const vapidFile = z.object({ publicKey: z.string(), privateKey: z.string() });

// Browsers bind what they subscribed to the public key: with another one nobody could be told anything any more.
function keptVapidKeys(): VapidKeys {
  return vapidFile.parse(JSON.parse(kept("vapid.json", () => JSON.stringify(webPush.generateVAPIDKeys()))));
}

/** What is in a file of the data folder, made by `make` when it is first asked for. An empty one is what a full disk has left. */
function kept(name: string, make: () => string): string {
  const file = join(dataFolder, name);
  if (statSync(file, { throwIfNoEntry: false })?.size === 0) rmSync(file);
  if (!existsSync(file)) putWhole(file, make());
  return readFileSync(file, "utf8");
}

/** Another process may do so at the same time: what the first one put stays. */
function putWhole(file: string, text: string): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flush: true });
    linkSync(draft, file);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
