import { expect, test } from "vitest";
import { savePreferences } from "#lib/auth/preferences.ts";
import { endOtherSessions, endSession, findSession, listSessions } from "#lib/auth/sessions.ts";
import { NotFound } from "#lib/errors.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/people.ts";

const database = openTestDatabase();

test("an ended session is gone at once, and only for its own account to end", async () => {
  const sakura = await signIn(database, "sakura");
  const elsewhere = await signIn(database, "sakura");
  const hannah = await signIn(database, "hannah");
  await expect(endSession(hannah.account, sakura.account.sessionId)).rejects.toThrow(NotFound);
  await endSession(sakura.account, elsewhere.account.sessionId);
  expect(await findSession(elsewhere.token)).toBeNull();
  expect(await findSession(sakura.token)).not.toBeNull();
});

test("one can end all others and stay", async () => {
  const here = await signIn(database, "chinatsu");
  const others = [await signIn(database, "chinatsu"), await signIn(database, "chinatsu")];
  const listed = await listSessions(here.account);
  expect(listed).toHaveLength(3);
  expect(listed.filter(({ current }) => current).map(({ id }) => id)).toEqual([here.account.sessionId]);
  expect(await endOtherSessions(here.account)).toBe(2);
  for (const { token } of others) expect(await findSession(token)).toBeNull();
  expect(await findSession(here.token)).not.toBeNull();
});

test("a session runs out", async () => {
  const { token } = await signIn(database, "koji");
  await database.asOwner(
    "UPDATE sessions SET expires_at = now() - interval '1 second' WHERE user_id = (SELECT id FROM users WHERE email = 'koji@example.com')",
  );
  expect(await findSession(token)).toBeNull();
});

test("what an account chooses is its own, and what it leaves out stays", async () => {
  const { token, account } = await signIn(database, "yuki");
  await savePreferences(account, { locale: "en" });
  await savePreferences(account, { colorScheme: "DARK" });
  const after = await findSession(token);
  expect(after?.account).toMatchObject({ locale: "en", colorScheme: "DARK", timeZone: "Asia/Tokyo" });
  const other = await signIn(database, "sakura");
  expect(other.account.locale).toBe("ja");
});
