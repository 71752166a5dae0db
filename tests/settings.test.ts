import { expect, test } from "vitest";
import { parseEnv, WrongSetting } from "#lib/env.ts";

const AUTH_SECRET = "x".repeat(32);
const DATABASE_URL = "postgresql://o:o@db.example.com/okaeri";
const good = { AUTH_SECRET, DATABASE_URL };

function complaintOf(given: Record<string, string | undefined>): string {
  try {
    parseEnv(given);
  } catch (error) {
    if (error instanceof WrongSetting) return error.message;
    throw error;
  }
  return "";
}

test.each([
  ["NODE_ENV", "prod", "production"],
  ["PORT", "http", "PORT=3000"],
  ["PORT", "70000", "from 1 to 65535"],
  ["REALTIME_PORT", "3000.5", "whole number"],
  ["WORKER_PORT", "0", "from 1 to 65535"],
  ["APP_URL", "okaeri.example.com", "https://"],
  ["REALTIME_URL", "wss://live.example.com", "https://"],
  ["AUTH_SECRET", "short", "32 characters"],
  ["DATABASE_APP_URL", "mysql://db.example.com/okaeri", "postgresql://"],
  ["DATABASE_POOL", "many", "from 1 to 200"],
  ["EMBEDDED_DATABASE_URL", "postgresql://db.example.com/okaeri", "npm start"],
  ["SMTP_URL", "mail.example.com:25", "smtps://"],
  ["MAIL_FROM", "x", "okaeri@example.com"],
  ["TRUST_PROXY", "perhaps", "true or false"],
  ["SCAN_COMMAND", "  ", "clamdscan"],
  ["REDIS_URL", "redis.example.com", "redis://"],
  ["MESSAGES_PER_SECOND", "fast", "0.1"],
  ["LOG_LEVEL", "loud", "debug, info"],
  ["METRICS_PORT", "65534", "65533"],
  ["PUSH_TEST_SERVICE", "http://192.0.2.1", "tests"],
])("%s=%s is told by its name, with what it must be and an example", (name, value, hint) => {
  const complaint = complaintOf({ ...good, [name]: value });
  expect(complaint).toMatch(new RegExp(`^${name} must `));
  expect(complaint).toContain(hint);
  expect(complaint).not.toMatch(/invalid|expected|received|regex/i);
});

test("every wrong setting is told at once, and what was given for none: it may be a secret", () => {
  const complaint = complaintOf({ ...good, PORT: "x", SMTP_URL: "http://hunter2@mail.example.com" });
  expect(complaint.split("\n")).toHaveLength(3);
  expect(complaint).toMatch(/^PORT must /);
  expect(complaint).toMatch(/^SMTP_URL must /m);
  expect(complaint).not.toContain("hunter2");
});

test("a database of one's own without a secret: which one, and how to make it", () => {
  for (const given of [
    { DATABASE_URL },
    { DATABASE_URL, AUTH_SECRET: "" },
    { DATABASE_APP_URL: DATABASE_URL },
  ]) {
    expect(complaintOf(given)).toMatch(/^A database of your own needs AUTH_SECRET, which is not set/);
    expect(complaintOf(given)).toContain("`openssl rand -base64 32`");
  }
  expect(complaintOf({})).toMatch(/^AUTH_SECRET is needed, which is not set/);
  expect(complaintOf({ AUTH_SECRET })).toMatch(/^DATABASE_URL is not set/);
});

test("what is empty is not set, and what is right is taken", () => {
  expect(parseEnv({ ...good, PORT: "", SMTP_URL: undefined })).toMatchObject({
    port: 3000,
    smtpUrl: undefined,
  });
  expect(parseEnv({ ...good, PORT: "4000", TRUST_PROXY: "true" })).toMatchObject({
    port: 4000,
    trustProxy: true,
  });
});
