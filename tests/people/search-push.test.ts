import { afterAll, beforeAll, expect, test } from "vitest";
import webPush from "web-push";
import type { Viewer } from "#lib/auth/schema.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { mailDueDigests } from "#lib/notifications/digests.ts";
import { sendDuePushes } from "#lib/notifications/pushes.ts";
import { findOwnProfile, writeSection } from "#lib/people/own-profile.ts";
import { listSavedSearches, saveSearch } from "#lib/people/saved-searches.ts";
import { lookAtSearches } from "#lib/people/search-news.ts";
import { keepPushSubscription } from "#lib/push/subscriptions.ts";
import { notificationSources } from "#lib/registry/notifications.ts";
import { settle } from "#tests/chat/callers.ts";
import { type PushService, startPushService, type TestBrowser } from "#tests/push/push-service.ts";
import { expectLog } from "#tests/support/console.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { signIn, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
const displayNames = { chinatsu: "高橋 千夏", yuki: "小川 由紀" };
let service: PushService;
let browser: TestBrowser;
let sakura: Viewer;
let kosaku: Viewer;

beforeAll(async () => {
  service = await startPushService();
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  Object.assign(process.env, {
    PUSH_TEST_SERVICE: service.url,
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
  });
  const { account } = await signIn(database, "sakura");
  browser = service.open();
  const { endpoint, p256dh, auth } = browser.address;
  await keepPushSubscription(account, { endpoint, keys: { p256dh, auth } });
  sakura = await findViewer(account, "aoba");
  kosaku = await viewerOf(database, "kosaku", "aoba");
  await settle(database);
});
afterAll(() => service.close());

test("where a browser may be woken a saved search tells by push, once, and not by mail as well", async () => {
  const [search] = await saveSearch(sakura, { name: "藍染の人", query: "q=藍染", watched: true });
  expect(search).toMatchObject({ notice: "push" });
  await database.asOwner("UPDATE search_docs SET changed_at = now() - interval '30 days'");
  await lookAtSearches();
  await database.asOwner(
    "UPDATE saved_searches SET look_after = now() - interval '1 second', looked_at = now() - interval '1 hour', opened_at = now() - interval '1 hour'",
  );
  const { sections } = await findOwnProfile(kosaku);
  await writeSection(kosaku, { section: "skills", before: sections.skills, after: { skills: ["藍染"] } });
  await lookAtSearches();
  expect(await sendDuePushes(notificationSources)).toBe(1);
  expect(browser.payloads()).toMatchObject([
    {
      title: "「藍染の人」に新しく当てはまる人：髙橋 耕作さん",
      body: "青葉化学工業株式会社",
      path: `/c/aoba/directory/saved/${search?.id}`,
      locale: "ja",
    },
  ]);
  expect(await listSavedSearches(sakura)).toMatchObject([{ news: 1 }]);
  expect(await sendDuePushes(notificationSources)).toBe(0);
  await database.asOwner("UPDATE saved_search_people SET found_at = found_at - interval '20 minutes'");
  await mailDueDigests(notificationSources);
  expect(await database.asOwner("SELECT 1 FROM mails")).toEqual([]);
});

/** As if so much time had gone since all that is to be told. */
async function pass(time: string): Promise<void> {
  await database.asOwner("UPDATE saved_search_people SET found_at = found_at - $1::interval", [time]);
  await database.asOwner(
    "UPDATE saved_searches SET told_at = told_at - $1::interval, opened_at = opened_at - $1::interval",
    [time],
  );
  await database.asOwner("UPDATE notifications SET mail_after = mail_after - $1::interval", [time]);
}

// The last of them ends the subscription.
test.each([
  [403, "chinatsu"],
  [410, "yuki"],
] as const)("a push that is answered with %d is tried once, and the mail follows", async (status, name) => {
  if (status === 403) expectLog("warn", /refused a push/);
  await pass("2 days");
  browser.answer(status);
  const found = await viewerOf(database, name, "aoba");
  const { sections } = await findOwnProfile(found);
  await writeSection(found, { section: "skills", before: sections.skills, after: { skills: ["藍染"] } });
  await database.asOwner(
    "UPDATE saved_searches SET look_after = now() - interval '1 second', looked_at = now() - interval '1 hour'",
  );
  await lookAtSearches();
  const asked = browser.asked();
  expect(await sendDuePushes(notificationSources)).toBe(0);
  expect(await sendDuePushes(notificationSources)).toBe(0);
  expect(browser.asked()).toBe(asked + 1);
  expect(await mailDueDigests(notificationSources)).toBe(0);
  await pass("16 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(1);
  const [mail] = await database.asOwner<{ subject: string }>("DELETE FROM mails RETURNING subject");
  expect(mail?.subject).toContain(displayNames[name]);
  await pass("20 minutes");
  expect(await sendDuePushes(notificationSources)).toBe(0);
  expect(await mailDueDigests(notificationSources)).toBe(0);
});
