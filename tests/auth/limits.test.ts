import { createHash } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { countTries, countTry } from "#lib/auth/limits.ts";
import { redeemCode, redeemLink } from "#lib/auth/redeeming.ts";
import { startSignIn } from "#lib/auth/sign-in.ts";
import { withScope } from "#lib/db.ts";
import { Invalid, TooMany } from "#lib/errors.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { forgetTries, lastMailTo, mailsTo } from "./mailed.ts";

const database = openTestDatabase();
const email = "sakura@example.com";
const browser = "the secret of the browser that asks";
const ask = (to: string, address: string) => startSignIn({ email: to, locale: "ja", address, browser });
const type = (code: string, address: string, of = email) =>
  redeemCode({ email: of, code, address, userAgent: "a test" });
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

beforeEach(async () => {
  await forgetTries(database);
  await database.asOwner("DELETE FROM sign_ins");
});

test("an account gets five mails in fifteen minutes, wherever they are asked for, known or not", async () => {
  for (const to of [email, "nobody@example.com"]) {
    for (let n = 1; n <= 5; n++) await ask(to, `198.51.100.${n}`);
    const refusal = await ask(to, "198.51.100.99").catch((error: unknown) => error);
    // The window of fifteen minutes, less the moment that the tries took.
    expect(refusal).toMatchObject({ code: "too-many", retryAfter: expect.closeTo(885, -1.5) });
  }
  expect(await mailsTo(database, email)).toHaveLength(5);
});

test("a network address has thirty mails sent, to whomever, and costs no account its own", async () => {
  const address = "203.0.113.5";
  for (let n = 1; n <= 30; n++) await ask(`person${n}@example.com`, address);
  await expect(ask(email, address)).rejects.toThrow(TooMany);
  await expect(ask(email, "203.0.113.6")).resolves.toBeUndefined();
});

test("five wrong codes make a mail's code worthless; its link still works", async () => {
  await ask(email, "192.0.2.1");
  const { code, token } = await lastMailTo(database, email);
  for (let n = 1; n <= 5; n++) await expect(type(other(code), "192.0.2.1")).rejects.toThrow(Invalid);
  await expect(type(code, "192.0.2.1")).rejects.toThrow(Invalid);
  await expect(redeemLink({ token, browser, userAgent: "a test" })).resolves.toBeTypeOf("string");
});

test("anyone who has tried five is told that trying on is no use, with an account or without, signed in meanwhile or not", async () => {
  for (const meanwhile of [email, "nobody@example.com", "koji@example.com"]) {
    await ask(meanwhile, "192.0.2.1");
    const { code, token } = await lastMailTo(database, meanwhile);
    const wrong = other(code);
    const answers: unknown[] = [];
    for (let n = 1; n <= 7; n++) {
      const refusal = await type(n === 7 ? code : wrong, "192.0.2.1", meanwhile).catch(
        (error: unknown) => error,
      );
      answers.push(refusal instanceof Invalid && refusal.fields.code);
      if (n === 2 && meanwhile === "koji@example.com")
        await redeemLink({ token, browser, userAgent: "a test" });
    }
    expect(answers, meanwhile).toEqual(["code", "code", "code", "code", "spent", "spent", "spent"]);
  }
  await ask(email, "192.0.2.1");
  const { code } = await lastMailTo(database, email);
  const refusal = await type(other(code), "192.0.2.1").catch((error: unknown) => error);
  expect(refusal).toMatchObject({ fields: { code: "code" } });
  await expect(type(code, "192.0.2.1")).resolves.toBeTypeOf("string");
});

test("codes tried all at once are counted one by one", async () => {
  await ask(email, "192.0.2.1");
  const { code } = await lastMailTo(database, email);
  const tries = await Promise.allSettled(
    Array.from({ length: 12 }, (_, n) => type(other(String(n)), `192.0.2.${n}`)),
  );
  expect(tries.every(({ status }) => status === "rejected")).toBe(true);
  const [row] = await database.asOwner<{ attempts: number }>("SELECT attempts FROM sign_ins");
  expect(row?.attempts).toBe(5);
  await expect(type(code, "192.0.2.1")).rejects.toThrow(Invalid);
});

test("an account's codes are tried fifteen times an hour, from however many addresses", async () => {
  for (let n = 1; n <= 15; n++) await expect(type("000000", `192.0.2.${n}`)).rejects.toThrow(Invalid);
  await expect(type("000000", "192.0.2.99")).rejects.toThrow(TooMany);
});

test("a network address tries thirty codes, of however many accounts", async () => {
  for (let n = 1; n <= 30; n++)
    await expect(type("000000", "192.0.2.1", `p${n}@example.com`)).rejects.toThrow(Invalid);
  await expect(type("000000", "192.0.2.1")).rejects.toThrow(TooMany);
});

test("a window ends, and the count begins again; keys tell nobody who it was", async () => {
  const limit = { name: "letter", max: 5, seconds: 60 };
  for (let n = 1; n <= 5; n++) await countTry(limit, email);
  await expect(countTry(limit, email)).rejects.toThrow(TooMany);
  await database.asOwner("UPDATE rate_limits SET expires_at = now() - interval '1 second'");
  await expect(countTry(limit, email)).resolves.toBeUndefined();
  const [row] = await database.asOwner<{ key: Buffer }>("SELECT key FROM rate_limits");
  expect(row?.key).toHaveLength(32);
  // Nor can anyone who knows the address reckon it, and use its tries up.
  expect(row?.key).not.toEqual(createHash("sha256").update(`letter\n${email}`).digest());
});

test("nobody is locked out for more than a day, whoever counts", async () => {
  const [row] = await database.asApp({}, "SELECT * FROM count_try('injected', '100 years')");
  expect(row).toEqual({ tries: 1, seconds_left: expect.toSatisfy((left) => left <= 24 * 60 * 60 + 1) });
});

test("several are counted at once, and not where what they were for did not happen", async () => {
  const limit = { name: "stamp", max: 5, seconds: 60 };
  const take = (count: number) => withScope({}, (tx) => countTries(tx, limit, email, count));
  await take(3);
  await expect(take(3)).rejects.toThrow(TooMany);
  await take(2);
  await expect(take(1)).rejects.toThrow(TooMany);
});
