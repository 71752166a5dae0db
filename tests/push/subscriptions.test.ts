import { createECDH, randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { endSession } from "#lib/auth/sessions.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import {
  endPushSubscription,
  findPushEndpoint,
  forgetPushSubscription,
  keepPushSubscription,
} from "#lib/push/subscriptions.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/people.ts";

const database = openTestDatabase();
const newBrowser = () => ({
  endpoint: `https://push.example.com/${randomBytes(8).toString("hex")}`,
  keys: {
    p256dh: createECDH("prime256v1").generateKeys("base64url"),
    auth: randomBytes(16).toString("base64url"),
  },
});
const kept = () =>
  database.asOwner<{ endpoint: string; session_id: string }>(
    "SELECT endpoint, session_id FROM push_subscriptions",
  );
let sakura: Awaited<ReturnType<typeof signIn>>["account"];
let hannah: typeof sakura;

beforeAll(async () => {
  sakura = (await signIn(database, "sakura")).account;
  hannah = (await signIn(database, "hannah")).account;
});

test("a session has one browser, and each session its own", async () => {
  const [one, two] = [newBrowser(), newBrowser()];
  await keepPushSubscription(sakura, one);
  await keepPushSubscription(sakura, one);
  await keepPushSubscription(sakura, two);
  await keepPushSubscription(hannah, newBrowser());
  expect(await findPushEndpoint(sakura)).toBe(two.endpoint);
  expect((await kept()).map(({ session_id }) => session_id).sort()).toEqual(
    [sakura.sessionId, hannah.sessionId].sort(),
  );
});

test("a browser is whose it is now: whoever had it before is told nothing there any more", async () => {
  const browser = newBrowser();
  await keepPushSubscription(sakura, browser);
  await keepPushSubscription(hannah, browser);
  expect(await findPushEndpoint(sakura)).toBeNull();
  expect(await findPushEndpoint(hannah)).toBe(browser.endpoint);
});

test("nobody ends another's", async () => {
  const browser = newBrowser();
  await keepPushSubscription(hannah, browser);
  await endPushSubscription(sakura);
  expect(await findPushEndpoint(hannah)).toBe(browser.endpoint);
  await endPushSubscription(hannah);
  expect(await findPushEndpoint(hannah)).toBeNull();
});

test("signing out ends it, and a session that has ended gets none", async () => {
  const { account } = await signIn(database, "sakura");
  const browser = newBrowser();
  await keepPushSubscription(account, browser);
  await endSession(account, account.sessionId);
  expect((await kept()).map(({ endpoint }) => endpoint)).not.toContain(browser.endpoint);
  await expect(keepPushSubscription(account, browser)).rejects.toThrow(NotFound);
});

test("nobody binds a browser to another's session", async () => {
  const foreign = { ...sakura, sessionId: hannah.sessionId };
  await expect(keepPushSubscription(foreign, newBrowser())).rejects.toThrow(NotFound);
});

test.each([
  ["inside", { endpoint: "https://10.0.0.1/push" }],
  ["without TLS", { endpoint: "http://push.example.com/push" }],
])("a push service %s is not taken", async (_, given) => {
  await expect(keepPushSubscription(sakura, { ...newBrowser(), ...given })).rejects.toThrow(Invalid);
});

test("a key that is no point of the curve is not taken", async () => {
  const { endpoint, keys } = newBrowser();
  const p256dh = Buffer.alloc(65, 4).toString("base64url");
  await expect(keepPushSubscription(sakura, { endpoint, keys: { ...keys, p256dh } })).rejects.toThrow(
    Invalid,
  );
});

test("what a push service calls gone is forgotten", async () => {
  const browser = newBrowser();
  await keepPushSubscription(sakura, browser);
  await forgetPushSubscription(browser.endpoint);
  expect(await findPushEndpoint(sakura)).toBeNull();
});
