import { afterEach, describe, expect, test, vi } from "vitest";
import { signInAsSample } from "#lib/auth/sample-sign-in.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { parseEnv } from "#lib/env.ts";
import { NotFound } from "#lib/errors.ts";
import { findKeptMail, listKeptMails } from "#lib/mail/mailbox.ts";
import { openTestDatabase } from "#tests/support/database.ts";

const database = openTestDatabase();
const embedded = { EMBEDDED_DATABASE_URL: "postgresql://o:o@127.0.0.1:5432/okaeri" };
const external = "postgresql://o:o@db.example.com/okaeri";
const AUTH_SECRET = "x".repeat(32);
const everything = { NODE_ENV: "development", APP_URL: "http://localhost:3000", TRUST_PROXY: "true" };

describe("the doors of the sample world are there", () => {
  test.each([
    embedded,
    { ...embedded, ...everything },
    { ...embedded, NODE_ENV: "production", SMTP_URL: "" },
  ])("with %j", (given) => expect(parseEnv({ AUTH_SECRET, ...given }).sampleDoors).toBe(true));
});

describe("the doors of the sample world are not there, whatever else is configured,", () => {
  const closing: Record<string, string>[] = [
    { DATABASE_URL: external },
    { DATABASE_APP_URL: external },
    { SMTP_URL: "smtp://mail.example.com" },
  ];
  const combinations = Array.from({ length: 8 }, (_, bits) =>
    Object.assign({}, ...closing.filter((__, index) => bits & (1 << index))),
  ).slice(1);
  test.each(
    combinations.flatMap((one) => [one, { ...embedded, ...one }, { ...embedded, ...everything, ...one }]),
  )("with %j", (given) => {
    const complete =
      "DATABASE_URL" in given || "DATABASE_APP_URL" in given ? given : { ...embedded, ...given };
    expect(parseEnv({ AUTH_SECRET, ...complete }).sampleDoors).toBe(false);
  });
});

test("while the doors are there, only this machine is listened to, unless somebody says otherwise", () => {
  expect(parseEnv({ AUTH_SECRET, ...embedded }).host).toBe("127.0.0.1");
  expect(parseEnv({ AUTH_SECRET, ...embedded, SMTP_URL: "smtp://mail.example.com" }).host).toBeUndefined();
  expect(parseEnv({ AUTH_SECRET, DATABASE_URL: external }).host).toBeUndefined();
  expect(parseEnv({ AUTH_SECRET, ...embedded, HOST: "0.0.0.0" }).host).toBe("0.0.0.0");
});

describe("where they are", () => {
  test("a sample person comes in by a click", async () => {
    const session = await findSession(await signInAsSample("yuki@example.com", "a test"));
    expect(session?.account).toMatchObject({ email: "yuki@example.com", sample: true });
  });

  test("a real person does not, nor somebody unknown", async () => {
    await database.asOwner("UPDATE users SET sample = false WHERE email = 'koji@example.com'");
    await expect(signInAsSample("koji@example.com", "a test")).rejects.toThrow(NotFound);
    await expect(signInAsSample("nobody@example.com", "a test")).rejects.toThrow(NotFound);
  });
});

describe("where they are not", () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([{ SMTP_URL: "smtp://127.0.0.1:1" }, { DATABASE_APP_URL: "the app's own" }])(
    "with %j nothing opens",
    async (given) => {
      // Every setting is read once a process: a fresh copy of the modules reads these.
      vi.resetModules();
      for (const [name, value] of Object.entries(given))
        vi.stubEnv(name, name === "DATABASE_APP_URL" ? database.appUrl : value);
      const samples = await import("#lib/auth/sample-sign-in.ts");
      const mailbox = await import("#lib/mail/mailbox.ts");
      const notFound = (await import("#lib/errors.ts")).NotFound;
      await expect(samples.signInAsSample("yuki@example.com", "a test")).rejects.toThrow(notFound);
      await expect(mailbox.listKeptMails()).rejects.toThrow(notFound);
      await expect(mailbox.findKeptMail("01900000-0000-7000-8000-000000000000")).rejects.toThrow(notFound);
    },
  );
});

test("the mailbox shows what was kept, and knows no other mail", async () => {
  expect(await listKeptMails()).toEqual([]);
  await expect(findKeptMail("01900000-0000-7000-8000-000000000000")).rejects.toThrow(NotFound);
  await expect(findKeptMail("' OR true --")).rejects.toThrow(NotFound);
});
