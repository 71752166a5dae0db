import { createECDH, randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import webPush from "web-push";
import { endSession } from "#lib/auth/sessions.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import {
  endPushSubscription,
  findPushEndpoint,
  findRenewalKey,
  forgetPushSubscription,
  keepPushSubscription,
  renewPushSubscription,
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
const { publicKey, privateKey } = webPush.generateVAPIDKeys();
let sakura: Awaited<ReturnType<typeof signIn>>["account"];
let hannah: typeof sakura;

beforeAll(async () => {
  Object.assign(process.env, { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey });
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

test("a browser is whose it is now: anyone who had it before is told nothing there any more", async () => {
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

describe("a browser that its push service moves", () => {
  test("stays with its session, also when it was called gone before", async () => {
    const [one, two, three] = [newBrowser(), newBrowser(), newBrowser()];
    await keepPushSubscription(sakura, one);
    expect(await findRenewalKey(sakura)).toBe(publicKey);
    await renewPushSubscription(sakura, two);
    expect(await findPushEndpoint(sakura)).toBe(two.endpoint);
    await forgetPushSubscription(two.endpoint);
    expect(await findRenewalKey(sakura)).toBe(publicKey);
    await renewPushSubscription(sakura, three);
    expect(await findPushEndpoint(sakura)).toBe(three.endpoint);
    expect((await kept()).filter(({ session_id }) => session_id === sakura.sessionId)).toHaveLength(1);
    await forgetPushSubscription(three.endpoint);
    await renewPushSubscription(sakura, three);
    expect(await findPushEndpoint(sakura)).toBe(three.endpoint);
  });

  test("is nobody's who has not turned push on, turned it off, or signed out", async () => {
    const { account } = await signIn(database, "koji");
    const refuse = async () => {
      await expect(findRenewalKey(account)).rejects.toThrow(NotFound);
      await expect(renewPushSubscription(account, newBrowser())).rejects.toThrow(NotFound);
    };
    await refuse();
    await keepPushSubscription(account, newBrowser());
    await endPushSubscription(account);
    await refuse();
    await keepPushSubscription(account, newBrowser());
    // In the same browser, another session: it has not asked for anything.
    const { account: next } = await signIn(database, "koji");
    await expect(renewPushSubscription(next, newBrowser())).rejects.toThrow(NotFound);
    await endSession(account, account.sessionId);
    await refuse();
  });

  test("goes only to a push service out in the world", async () => {
    await keepPushSubscription(sakura, newBrowser());
    const inside = { ...newBrowser(), endpoint: "https://10.0.0.1/push" };
    await expect(renewPushSubscription(sakura, inside)).rejects.toThrow(Invalid);
  });
});
