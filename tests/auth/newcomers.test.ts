import { beforeEach, expect, test } from "vitest";
import { redeemCode, redeemLink } from "#lib/auth/redeeming.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { startSignIn } from "#lib/auth/sign-in.ts";
import { Invalid } from "#lib/errors.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { forgetTries, lastMailTo } from "./mailed.ts";

const database = openTestDatabase();
const mizuki = "mizuki@example.com";
const address = "192.0.2.7";
const userAgent = "a test";
const browser = "the secret of the browser that asks";
const ask = (email: string, newcomer = true) =>
  startSignIn({ email, locale: "en", address, browser, newcomer });
const accounts = () => database.asOwner("SELECT email, locale FROM users WHERE email = $1", [mizuki]);

beforeEach(async () => {
  await forgetTries(database);
  await database.asOwner("DELETE FROM users WHERE email = $1", [mizuki]);
});

test("a newcomer's mail makes an account once it is taken, by its link or its code, and not before", async () => {
  await ask(mizuki);
  const { token } = await lastMailTo(database, mizuki);
  expect(await accounts()).toEqual([]);
  const session = await findSession(await redeemLink({ token, browser, userAgent }));
  expect(session?.account).toMatchObject({ email: mizuki, locale: "en" });
  expect(session?.memberships).toEqual([]);
  await ask(mizuki);
  const { code } = await lastMailTo(database, mizuki);
  await redeemCode({ email: mizuki, code, address, userAgent });
  expect(await accounts()).toEqual([{ email: mizuki, locale: "en" }]);
});

test("an account that is there already is signed in to, and stays as it was", async () => {
  await ask("chinatsu@example.com");
  const { token } = await lastMailTo(database, "chinatsu@example.com");
  const session = await findSession(await redeemLink({ token, browser, userAgent }));
  expect(session?.account.locale).toBe("ja");
});

test("anybody else's mail makes none, with a newcomer's beside it or not", async () => {
  await ask(mizuki, false);
  const { text } = await lastMailTo(database, mizuki);
  expect(text).not.toContain("/sign-in/link/");
  const [row] = await database.asOwner<{ newcomer_locale: string | null }>(
    "SELECT newcomer_locale FROM sign_ins WHERE email = $1 ORDER BY id DESC LIMIT 1",
    [mizuki],
  );
  expect(row).toEqual({ newcomer_locale: null });
  await expect(redeemCode({ email: mizuki, code: "000000", address, userAgent })).rejects.toThrow(Invalid);
  expect(await accounts()).toEqual([]);
});
