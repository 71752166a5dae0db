import { expect, test } from "vitest";
import webPush from "web-push";
import { parseEnv, WrongSetting } from "#lib/env.ts";

const needed = { AUTH_SECRET: "x".repeat(32), DATABASE_URL: "postgresql://o:o@db.example.com/okaeri" };
const { publicKey, privateKey } = webPush.generateVAPIDKeys();
const other = webPush.generateVAPIDKeys();

test("without keys there is no web push", () => {
  expect(parseEnv(needed).vapid).toBeNull();
  expect(parseEnv({ ...needed, VAPID_PUBLIC_KEY: "", VAPID_PRIVATE_KEY: "" }).vapid).toBeNull();
});

test("a pair is taken", () => {
  const given = { ...needed, VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey };
  expect(parseEnv(given).vapid).toEqual({ publicKey, privateKey });
});

test.each([
  [{ VAPID_PUBLIC_KEY: publicKey }, "VAPID_PRIVATE_KEY"],
  [{ VAPID_PRIVATE_KEY: privateKey }, "VAPID_PUBLIC_KEY"],
  [{ VAPID_PUBLIC_KEY: other.publicKey, VAPID_PRIVATE_KEY: privateKey }, "VAPID_PUBLIC_KEY"],
  [{ VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: "short" }, "VAPID_PUBLIC_KEY"],
])("what is no pair stops the start by its name: %#", (given, name) => {
  expect(() => parseEnv({ ...needed, ...given })).toThrow(WrongSetting);
  expect(() => parseEnv({ ...needed, ...given })).toThrow(name);
});
