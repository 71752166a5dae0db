import { expect, test } from "vitest";
import { requireReachable } from "#lib/launch/external-database.ts";
import { LaunchFailure } from "#lib/launch/failure.ts";
import { findFreePort } from "#lib/launch/ports.ts";
import { testServer } from "#tests/support/template.ts";

test("a database that answers is fine", async () => {
  await expect(requireReachable(testServer(), "DATABASE_URL")).resolves.toBeUndefined();
});

test.each(["nonsense", "mysql://u:p@127.0.0.1/db", "postgresql://u:p@127.0.0.1"])(
  "%s is no address",
  async (url) => {
    await expectSentence(url, /^DATABASE_URL is not the address of a PostgreSQL database: write it as/);
  },
);

test("nobody answers at the port", async () => {
  await expectSentence(
    `postgresql://u:hidden@127.0.0.1:${await findFreePort()}/db`,
    /^No PostgreSQL answers at 127\.0\.0\.1:\d+: start it/,
  );
});

test("the host is not known", async () => {
  await expectSentence(
    "postgresql://u:hidden@okaeri.invalid/db",
    /^The host okaeri\.invalid in DATABASE_URL is not known/,
  );
});

test("the password is wrong, or missing", async () => {
  await expectSentence(
    changed({ password: "hidden" }),
    /refuses the user or the password in DATABASE_URL \(user okaeri_owner\)/,
  );
  await expectSentence(
    changed({ password: "" }),
    /wants a password and DATABASE_URL has none for the user okaeri_owner/,
  );
});

test("there is no such database", async () => {
  await expectSentence(
    changed({ pathname: "/nowhere" }),
    /has no database "nowhere": make it \(CREATE DATABASE "nowhere"\)/,
  );
});

async function expectSentence(url: string, sentence: RegExp): Promise<void> {
  const failure = await requireReachable(url, "DATABASE_URL").catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(LaunchFailure);
  expect(String(failure)).toMatch(new RegExp(sentence.source.replace(/^\^/, "^Error: ")));
  expect(String(failure)).not.toContain("hidden");
}

function changed(parts: { password?: string; pathname?: string }): string {
  return Object.assign(new URL(testServer()), parts).href;
}
