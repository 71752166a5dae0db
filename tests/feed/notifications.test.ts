import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import webPush from "web-push";
import type { Viewer } from "#lib/auth/schema.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { saveChatPreferences } from "#lib/chat/preferences.ts";
import { listFeed } from "#lib/feed/lines.ts";
import { giveOkaeri, markLooked } from "#lib/feed/reactions.ts";
import { feedCursorSchema } from "#lib/feed/schema.ts";
import { newId } from "#lib/ids.ts";
import { mailDueDigests } from "#lib/notifications/digests.ts";
import { sendDuePushes } from "#lib/notifications/pushes.ts";
import { stopMails, stopToken } from "#lib/notifications/stopping.ts";
import { saveVisibility } from "#lib/people/own-profile.ts";
import { keepPushSubscription } from "#lib/push/subscriptions.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { notificationSources } from "#lib/registry/notifications.ts";
import { settle } from "#tests/chat/callers.ts";
import { type PushService, startPushService, type TestBrowser } from "#tests/push/push-service.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { signIn, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let service: PushService;
let browser: TestBrowser;
let kosaku: Viewer;
let sakura: Viewer;
let chinatsu: Viewer;
let yuki: Viewer;
let lineId: string;

beforeAll(async () => {
  service = await startPushService();
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  Object.assign(process.env, {
    PUSH_TEST_SERVICE: service.url,
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
  });
  const { account } = await signIn(database, "kosaku");
  browser = service.open();
  const { endpoint, p256dh, auth } = browser.address;
  await keepPushSubscription(account, { endpoint, keys: { p256dh, auth } });
  kosaku = await findViewer(account, "aoba");
  sakura = await viewerOf(database, "sakura", "aoba");
  chinatsu = await viewerOf(database, "chinatsu", "aoba");
  yuki = await viewerOf(database, "yuki", "aoba");
});
beforeEach(async () => {
  await settle(database);
  for (const table of ["feed_reactions", "feed_marks", "chat_preferences", "mails", "rate_limits"])
    await database.asOwner(`DELETE FROM ${table}`);
  await database.asOwner("DELETE FROM notifications WHERE kind = 'OKAERI'");
  await database.asOwner("DELETE FROM feed_events WHERE member_id = $1", [kosaku.memberId]);
  lineId = newId();
  await database.asOwner(
    "INSERT INTO feed_events (company_id, id, kind, member_id, occurred_at) VALUES ($1, $2, 'JOINED', $3, now() - interval '30 days')",
    [kosaku.companyId, lineId, kosaku.memberId],
  );
  browser.received.length = 0;
});
afterAll(() => service.close());

/** As if so much time had gone since all that was said and told. */
async function pass(time: string): Promise<void> {
  await database.asOwner("UPDATE feed_reactions SET at = at - $1::interval", [time]);
  await database.asOwner(
    `UPDATE notifications SET pushed_number = greatest(0, pushed_number - extract(epoch FROM $1::interval)::int),
      mailed_number = greatest(0, mailed_number - extract(epoch FROM $1::interval)::int) WHERE kind = 'OKAERI'`,
    [time],
  );
}
const pushes = () => sendDuePushes(notificationSources);
const mails = async () => {
  await mailDueDigests(notificationSources);
  return database.asOwner<{ to: string; subject: string; text: string }>(
    `DELETE FROM mails RETURNING "to", subject, text`,
  );
};

test("one is told of all who said so together, and leads to the line; a second time not before the next day", async () => {
  for (const viewer of [sakura, chinatsu, yuki]) await giveOkaeri(viewer, lineId, true);
  expect(await pushes()).toBe(0);
  await pass("11 minutes");
  expect(await pushes()).toBe(1);
  const [push] = browser.payloads();
  expect(push).toMatchObject({
    title: "大野 さくらさんほか2人が「おかえり」と言いました",
    body: "青葉化学工業株式会社",
    locale: "ja",
  });
  const { searchParams } = new URL(push?.path ?? "", "http://localhost");
  const cursor = feedCursorSchema.parse(searchParams.get("before") ?? undefined);
  expect((await listFeed(kosaku, feedLoaders, cursor)).lines[0]?.id).toBe(lineId);
  await giveOkaeri(sakura, lineId, false);
  await giveOkaeri(sakura, lineId, true);
  await pass("12 hours");
  expect(await pushes()).toBe(0);
  await pass("12 hours");
  expect(await pushes()).toBe(1);
  expect(browser.payloads().at(-1)?.title).toBe("大野 さくらさんが「おかえり」と言いました");
});

test("who has looked is told nothing, nor who was told by one whom a block or their own wish hides, or who took it back", async () => {
  await giveOkaeri(sakura, lineId, true);
  await pass("11 minutes");
  await markLooked(kosaku);
  expect(await pushes()).toBe(0);
  await database.asOwner("DELETE FROM feed_marks");
  await blockMember(sakura, kosaku.memberId);
  expect(await pushes()).toBe(0);
  await unblockMember(sakura, kosaku.memberId);
  await saveVisibility(sakura, { unlisted: true });
  expect(await pushes()).toBe(0);
  await saveVisibility(sakura, { unlisted: false });
  await giveOkaeri(sakura, lineId, false);
  expect(await pushes()).toBe(0);
  expect(await mails()).toEqual([]);
});

test("a mail comes as long after as mails of messages do, once a day, or never", async () => {
  await giveOkaeri(sakura, lineId, true);
  await giveOkaeri(yuki, lineId, true);
  await saveChatPreferences(kosaku, { mailAfterMinutes: 60 });
  await pass("50 minutes");
  expect(await mails()).toEqual([]);
  await pass("15 minutes");
  const [mail] = await mails();
  expect(mail).toMatchObject({ subject: "大野 さくらさんほか1人が「おかえり」と言いました" });
  expect(mail?.text).toContain(`/c/aoba/feed?before=`);
  expect(await mails()).toEqual([]);
  await stopMails(notificationSources, stopToken(kosaku));
  await giveOkaeri(chinatsu, lineId, true);
  await pass("25 hours");
  expect(await mails()).toEqual([]);
});
