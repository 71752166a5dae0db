import { createECDH } from "node:crypto";
import { resolve } from "node:path";
import { z } from "zod";
import { appUrlFrom } from "#lib/database-roles.ts";
import { describeWrong, type SettingName } from "#lib/setting-words.ts";

const port = z.coerce.number().int().min(1).max(65535);
const key = z.string().min(32);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

export const logLevelSchema = z.enum(["debug", "info", "warn", "error", "silent"]).default("info");

const settings = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  HOST: z.string().min(1).optional(),
  PORT: port.default(3000),
  REALTIME_PORT: port.optional(),
  WORKER_PORT: port.optional(),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  REALTIME_URL: z.url({ protocol: /^https?$/ }).optional(),
  AUTH_SECRET: z.string().min(32),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_APP_URL: postgresUrl.optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  EMBEDDED_DATABASE_URL: postgresUrl.refine((url) => new URL(url).hostname === "127.0.0.1").optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default("Okaeri <okaeri@localhost>"),
  // An id and its proof are added before the @, where there is room for 64 letters.
  BOUNCE_ADDRESS: z
    .email()
    .max(200)
    .regex(/^[^@]{1,14}@/)
    .optional(),
  INVITATIONS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000).default(60),
  TRUST_PROXY: z.stringbool().default(false),
  UPLOADS: z.string().min(1).default(".data/uploads"),
  SCAN_COMMAND: z.string().trim().min(1).optional(),
  BACKUP_KEY: key.optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  MESSAGES_PER_SECOND: z.coerce.number().min(0.1).max(1_000_000).default(3),
  VAPID_PUBLIC_KEY: z.string().min(1).optional(),
  VAPID_PRIVATE_KEY: z.string().min(1).optional(),
  LOG_LEVEL: logLevelSchema,
  // The two other processes have the two ports after it.
  METRICS_PORT: z.coerce.number().int().min(1).max(65533).optional(),
  METRICS_HOST: z.string().min(1).default("127.0.0.1"),
  PUSH_TEST_SERVICE: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }).optional(),
} satisfies Record<SettingName, z.ZodType>);

export type Env = ReturnType<typeof parseEnv>;

/** A setting that is wrong, by its name. */
export class WrongSetting extends Error {}

let parsed: Env | undefined;

/** The settings of this process: read and checked once. Throws WrongSetting. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

export function parseEnv(source: Record<string, string | undefined>) {
  const filled: Record<string, string> = {};
  for (const [name, value] of Object.entries(source)) if (value) filled[name] = value;
  const result = settings.safeParse(filled);
  if (!result.success) {
    const wrong = settings
      .keyof()
      .options.filter((name) => result.error.issues.some(({ path }) => path[0] === name));
    throw new WrongSetting(
      [...wrong.map((name) => describeWrong(name, filled)), "See .env.example."].join("\n"),
    );
  }
  const given = result.data;
  const external = Boolean(given.DATABASE_URL ?? given.DATABASE_APP_URL);
  const sampleDoors = !external && given.EMBEDDED_DATABASE_URL !== undefined && given.SMTP_URL === undefined;
  const ownerUrl = given.DATABASE_URL ?? (external ? undefined : given.EMBEDDED_DATABASE_URL);
  const appUrl = new URL(given.APP_URL ?? `http://localhost:${given.PORT}`);
  const realtimePort = given.REALTIME_PORT ?? given.PORT + 1;
  const realtimeUrl = given.REALTIME_URL ?? `${appUrl.protocol}//${appUrl.hostname}:${realtimePort}`;
  return {
    mode: given.NODE_ENV,
    port: given.PORT,
    realtimePort,
    workerPort: given.WORKER_PORT ?? given.PORT + 2,
    appUrl: appUrl.origin,
    origins: originsOf(appUrl),
    realtimeUrl,
    /** Where a page's sockets may go. */
    realtimeOrigins: originsOf(new URL(realtimeUrl)),
    secret: given.AUTH_SECRET,
    databaseAppUrl: given.DATABASE_APP_URL ?? derivedAppUrl(ownerUrl, given.AUTH_SECRET),
    databasePool: given.DATABASE_POOL,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    /** Where mails of invitations that can't be delivered come back to; undefined: to the sender. */
    bounceAddress: given.BOUNCE_ADDRESS,
    invitationsPerMinute: given.INVITATIONS_PER_MINUTE,
    trustProxy: given.TRUST_PROXY,
    /** The folder of the files that people give. */
    uploads: resolve(given.UPLOADS),
    /** The program that looks through a file, and what it is told before the file's path; empty: nobody does. */
    scanCommand: given.SCAN_COMMAND?.split(/\s+/) ?? [],
    /** What backups are encrypted with; undefined: they are not. */
    backupKey: given.BACKUP_KEY,
    redisUrl: given.REDIS_URL,
    messagesPerSecond: given.MESSAGES_PER_SECOND,
    /** The keys by which push services know this installation; null: no web push. */
    vapid: vapidKeys(given.VAPID_PUBLIC_KEY, given.VAPID_PRIVATE_KEY),
    logLevel: given.LOG_LEVEL,
    /** Where each process tells its metrics; null: nowhere. */
    metricsAt: metricsAt(given.METRICS_HOST, given.METRICS_PORT),
    /** The push service of a test, the one that may lie on this machine; never beside a database of the operator's. */
    pushTestService: external ? undefined : given.PUSH_TEST_SERVICE,
    /** Sign-in as a sample person and /mailbox: only on the embedded database, and only while no mail leaves the machine. */
    sampleDoors,
    /** The address to listen on; undefined for all. While sign-in needs no key (sampleDoors), only this machine. */
    host: given.HOST ?? (sampleDoors ? "127.0.0.1" : undefined),
  };
}

/** BACKUP_KEY, read before the other settings, some of which are in the backup. Throws WrongSetting. */
export function backupKey({ BACKUP_KEY }: Record<string, string | undefined>): string | undefined {
  if (!BACKUP_KEY) return undefined;
  if (!key.safeParse(BACKUP_KEY).success) throw new WrongSetting(describeWrong("BACKUP_KEY", { BACKUP_KEY }));
  return BACKUP_KEY;
}

/** Where requests and sockets may come from. On a laptop, localhost and 127.0.0.1 are one. */
function originsOf(appUrl: URL): string[] {
  const names = ["localhost", "127.0.0.1"];
  if (!names.includes(appUrl.hostname)) return [appUrl.origin];
  return names.map((name) => Object.assign(new URL(appUrl), { hostname: name }).origin);
}

function metricsAt(host: string, port: number | undefined) {
  if (port === undefined) return null;
  return { host, ports: { web: port, realtime: port + 1, worker: port + 2 } };
}

export type VapidKeys = { publicKey: string; privateKey: string };

function vapidKeys(publicKey: string | undefined, privateKey: string | undefined): VapidKeys | null {
  if (!publicKey && !privateKey) return null;
  if (!publicKey || !privateKey)
    throw new WrongSetting(
      `VAPID_${publicKey ? "PRIVATE" : "PUBLIC"}_KEY is not set, but its other half is: set both, as \`npx web-push generate-vapid-keys\` prints them, or neither.`,
    );
  if (publicKeyOf(privateKey) !== publicKey)
    throw new WrongSetting(
      "VAPID_PUBLIC_KEY does not belong to VAPID_PRIVATE_KEY: set both as `npx web-push generate-vapid-keys` prints them.",
    );
  return { publicKey, privateKey };
}

function publicKeyOf(privateKey: string): string | null {
  const curve = createECDH("prime256v1");
  try {
    curve.setPrivateKey(privateKey, "base64url");
  } catch {
    return null;
  }
  return curve.getPublicKey("base64url");
}

function derivedAppUrl(ownerUrl: string | undefined, secret: string): string {
  if (!ownerUrl)
    throw new WrongSetting(
      "DATABASE_URL is not set: set it to the address of a PostgreSQL, for example DATABASE_URL=postgresql://okaeri_owner:password@db.example.com:5432/okaeri, or use npm start, which brings one.",
    );
  return appUrlFrom(ownerUrl, secret);
}
