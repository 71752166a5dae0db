type Words = { must: string; example: string };

const portWords = (example: string): Words => ({ must: "be a whole number from 1 to 65535", example });
const webAddress = (example: string): Words => ({
  must: "be an address that begins with https:// or http://",
  example,
});
const databaseAddress = (user: string): Words => ({
  must: "be the address of a PostgreSQL database",
  example: `postgresql://${user}:password@db.example.com:5432/okaeri`,
});
const secretWords: Words = {
  must: "have at least 32 characters, and be the same for all processes",
  example: "the line that `openssl rand -base64 32` prints",
};

/** What every setting must be, for anyone who gave it as something else. */
const settingWords = {
  NODE_ENV: { must: "be development, test or production", example: "production" },
  HOST: { must: "be an address of this machine to listen on", example: "0.0.0.0" },
  PORT: portWords("3000"),
  REALTIME_PORT: portWords("3001"),
  WORKER_PORT: portWords("3002"),
  APP_URL: webAddress("https://okaeri.example.com"),
  REALTIME_URL: webAddress("https://live.okaeri.example.com"),
  AUTH_SECRET: secretWords,
  DATABASE_URL: databaseAddress("okaeri_owner"),
  DATABASE_APP_URL: databaseAddress("okaeri_web"),
  DATABASE_POOL: { must: "be a whole number of connections from 1 to 200", example: "10" },
  EMBEDDED_DATABASE_URL: {
    must: "not be set by hand: npm start sets it, to a PostgreSQL at 127.0.0.1",
    example: "postgresql://okaeri_owner:password@127.0.0.1:5432/okaeri",
  },
  SMTP_URL: {
    must: "be the address of a mail server that begins with smtps:// or smtp://",
    example: "smtps://user:password@smtp.example.com:465",
  },
  MAIL_FROM: { must: "be a sender", example: "Okaeri <okaeri@example.com>" },
  BOUNCE_ADDRESS: {
    must: "be a mail address with at most 14 letters before the @",
    example: "bounces@mail.example.com",
  },
  INVITATIONS_PER_MINUTE: { must: "be a whole number from 1 to 1000", example: "60" },
  TRUST_PROXY: { must: "be true or false", example: "true" },
  UPLOADS: { must: "be a folder", example: "/var/lib/okaeri/uploads" },
  SCAN_COMMAND: { must: "be a program and what it is told", example: "clamdscan --no-summary --fdpass" },
  BACKUP_KEY: {
    must: "have at least 32 characters",
    example: "the line that `openssl rand -base64 32` prints",
  },
  REDIS_URL: {
    must: "be the address of a Redis that begins with redis:// or rediss://",
    example: "redis://:password@redis.example.com:6379",
  },
  MESSAGES_PER_SECOND: { must: "be a number from 0.1 to 1000000", example: "3" },
  VAPID_PUBLIC_KEY: { must: "be a key", example: "what `npx web-push generate-vapid-keys` prints" },
  VAPID_PRIVATE_KEY: { must: "be a key", example: "what `npx web-push generate-vapid-keys` prints" },
  LOG_LEVEL: { must: "be debug, info, warn, error or silent", example: "info" },
  METRICS_PORT: { must: "be a whole number from 1 to 65533", example: "9464" },
  METRICS_HOST: { must: "be an address of this machine to listen on", example: "127.0.0.1" },
  PUSH_TEST_SERVICE: { must: "not be set by hand: tests do", example: "http://127.0.0.1:4444" },
} satisfies Record<string, Words>;

export type SettingName = keyof typeof settingWords;

/** A sentence about a setting that is wrong, never with what was given: that may be a secret. */
export function describeWrong(name: SettingName, given: Record<string, string>): string {
  if (name === "AUTH_SECRET" && !given.AUTH_SECRET) return describeMissingSecret(given);
  const { must, example } = settingWords[name];
  return `${name} must ${must}, for example ${name}=${example}.`;
}

function describeMissingSecret(given: Record<string, string>): string {
  const { must, example } = secretWords;
  const why =
    given.DATABASE_URL || given.DATABASE_APP_URL
      ? "A database of your own needs AUTH_SECRET"
      : "AUTH_SECRET is needed";
  return `${why}, which is not set: it must ${must}, for example ${example}.`;
}
