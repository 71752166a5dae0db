import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { parseEnv } from "#lib/env.ts";
import { dataFolder, requireWritable } from "#lib/launch/folders.ts";
import { adoptKeys, completeEnvironment } from "#lib/launch/settings.ts";

const names = [
  "VAPID_PUBLIC_KEY",
  "VAPID_PRIVATE_KEY",
  "DATABASE_URL",
  "DATABASE_APP_URL",
  "EMBEDDED_DATABASE_URL",
];

afterEach(() => vi.unstubAllEnvs());

function complete(given: Record<string, string> = {}) {
  for (const name of [...names, "NODE_ENV", "AUTH_SECRET"]) vi.stubEnv(name, given[name] ?? "");
  completeEnvironment("test");
  const address = { DATABASE_URL: "postgresql://o:o@127.0.0.1/okaeri" };
  return parseEnv({ ...process.env, ...address, AUTH_SECRET: "x".repeat(32) }).vapid;
}

test("a first start makes keys, every later one has the same, and nobody else on the machine reads them", () => {
  requireWritable(dataFolder);
  const first = complete();
  expect(first?.publicKey).toHaveLength(87);
  expect(complete()).toEqual(first);
  const file = join(dataFolder, "vapid.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(first);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each(["secret", "vapid.json"])("an empty %s, as a full disk leaves it, is made again", (name) => {
  const file = join(dataFolder, name);
  const before = readFileSync(file);
  try {
    writeFileSync(file, "");
    complete();
    expect(readFileSync(file, "utf8").length).toBeGreaterThan(40);
  } finally {
    writeFileSync(file, before);
  }
});

test("a backup without keys sets none", () => {
  vi.stubEnv("AUTH_SECRET", "");
  adoptKeys(new Map());
  expect(process.env.AUTH_SECRET).toBe("");
  adoptKeys(new Map([["secret", Buffer.from("of the backup")]]));
  expect(process.env.AUTH_SECRET).toBe("of the backup");
});

test("with a database of the operator's none are made", () => {
  expect(complete({ DATABASE_URL: "postgresql://o:o@db.example.com/okaeri" })).toBeNull();
});
