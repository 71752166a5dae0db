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
import { openTestDatabase } from "#tests/support/database.ts";
import { signIn, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
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
