import { beforeEach, expect, test, vi } from "vitest";
import { enterSession, leaveSession } from "#lib/auth/browser-session.ts";
import { sessionCookie } from "#lib/auth/cookie.ts";
import { findAccount } from "#lib/auth/requests.ts";
import { findSession, sessionLife } from "#lib/auth/sessions.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/people.ts";

type Cookie = { value: string; expires: Date; maxAge?: number };
const browser = new Map<string, Cookie>();
// The browser's side; Next gives it to requests only.
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => browser.get(name),
    set: (name: string, value: string, { expires, maxAge }: Cookie) =>
      maxAge === 0 ? browser.delete(name) : browser.set(name, { value, expires }),
  }),
  headers: async () => new Headers(),
}));
// It makes a context of React's as it is read, which a server has not.
vi.mock("next/navigation", () => ({ notFound: vi.fn(), redirect: vi.fn() }));

const database = openTestDatabase();
const day = 24 * 60 * 60 * 1000;
const daysUntil = (time: Date | undefined) => Math.round(((time?.getTime() ?? 0) - Date.now()) / day);

beforeEach(() => browser.clear());

test("anyone who comes now and then stays signed in: the cookie outlives the session's end, which moves with each coming", async () => {
  const { token, account } = await signIn(database, "sakura");
  await enterSession(token);
  const cookie = browser.get(sessionCookie().name);
  expect(cookie?.value).toBe(token);
  expect(daysUntil(cookie?.expires)).toBe(400);
  for (let visits = 0; visits < 3; visits++) {
    await database.asOwner("UPDATE sessions SET expires_at = now() + interval '1 minute' WHERE id = $1", [
      account.sessionId,
    ]);
    expect((await findAccount())?.userId).toBe(account.userId);
    const ends = (await findSession(token))?.expires;
    expect(daysUntil(ends)).toBe(sessionLife / (24 * 60 * 60));
    expect(cookie?.expires.getTime()).toBeGreaterThan(ends?.getTime() ?? 0);
  }
});

test("who signs in where they were signed in ends the session before", async () => {
  const before = await signIn(database, "sakura");
  const after = await signIn(database, "koji");
  await enterSession(before.token);
  await enterSession(after.token);
  expect(browser.get(sessionCookie().name)?.value).toBe(after.token);
  expect(await findSession(before.token)).toBeNull();
  expect(await findSession(after.token)).not.toBeNull();
});

test("a session is renewed once an hour, not with each request", async () => {
  const { token, account } = await signIn(database, "sakura");
  await enterSession(token);
  const endsIn = (minutes: number) =>
    database.asOwner(
      "UPDATE sessions SET expires_at = now() + make_interval(days => 30, mins => $2) WHERE id = $1",
      [account.sessionId, minutes],
    );
  const minutesBefore = async () =>
    Math.round(
      (Date.now() + sessionLife * 1000 - ((await findSession(token))?.expires.getTime() ?? 0)) / 60_000,
    );
  await endsIn(-59);
  await findAccount();
  expect(await minutesBefore()).toBe(59);
  await endsIn(-61);
  await findAccount();
  expect(await minutesBefore()).toBe(0);
});

test("who signs out leaves no session and no cookie, twice as well", async () => {
  const { token } = await signIn(database, "sakura");
  await enterSession(token);
  await leaveSession();
  expect(browser.size).toBe(0);
  expect(await findSession(token)).toBeNull();
  await leaveSession();
  expect(await findAccount()).toBeNull();
});

test("where a session can't be renewed its page is shown all the same", async () => {
  const { token, account } = await signIn(database, "sakura");
  await enterSession(token);
  const due = "UPDATE sessions SET expires_at = now() + interval '1 day' WHERE id = $1";
  await database.asOwner(due, [account.sessionId]);
  await database.asOwner(
    "ALTER TABLE sessions ADD CONSTRAINT stuck CHECK (expires_at < now() + interval '2 days') NOT VALID",
  );
  try {
    expect((await findAccount())?.userId).toBe(account.userId);
    expect(daysUntil((await findSession(token))?.expires)).toBe(1);
  } finally {
    await database.asOwner("ALTER TABLE sessions DROP CONSTRAINT stuck");
  }
});
