import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import webPush from "web-push";
import type { Viewer } from "#lib/auth/schema.ts";
import { createSession, endSession, findSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { addToGroup, createGroup, removeFromGroup } from "#lib/chat/groups.ts";
import { archiveThread, markRead, muteThread } from "#lib/chat/places.ts";
import { saveChatPreferences } from "#lib/chat/preferences.ts";
import { answerRequest } from "#lib/chat/requests.ts";
import { sendDuePushes } from "#lib/notifications/pushes.ts";
import { keepPushSubscription } from "#lib/push/subscriptions.ts";
import { notificationSources } from "#lib/registry/notifications.ts";
import { people } from "#prisma/world.ts";
import { type PushService, startPushService, type TestBrowser } from "#tests/push/push-service.ts";
import { expectLog } from "#tests/support/console.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { type Named, type Slug, signIn } from "#tests/support/people.ts";
import { forget, openThread, pass, say, settle, startGroup } from "./callers.ts";
import { strangersOf } from "./strangers.ts";

const database = openTestDatabase();
let service: PushService;
type Person = { viewer: Viewer; browser: TestBrowser };
let sakura: Person;
let kosaku: Person;
let yuki: Person;
let direct: string;

async function arrive(name: Named, slug: Slug = "aoba"): Promise<Person> {
  const { account } = await signIn(database, name);
  const browser = service.open();
  const { endpoint, p256dh, auth } = browser.address;
  await keepPushSubscription(account, { endpoint, keys: { p256dh, auth } });
  return { viewer: await findViewer(account, slug), browser };
}

/** What a browser was told since it was last asked. */
function told({ browser }: Person): { title: string; body: string }[] {
  return browser.received.splice(0).map(({ payload: { title, body } }) => ({ title, body }));
}

beforeAll(async () => {
  service = await startPushService();
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  Object.assign(process.env, {
    PUSH_TEST_SERVICE: service.url,
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
  });
  sakura = await arrive("sakura");
  kosaku = await arrive("kosaku");
  yuki = await arrive("yuki");
  direct = await openThread(sakura.viewer, kosaku.viewer);
  // Known to each other, whatever their years: requests have their own tests.
  await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [direct]);
});
beforeEach(async () => {
  await settle(database);
  await database.asOwner("UPDATE chat_places SET muted = false, archived_at = NULL");
  for (const person of [sakura, kosaku, yuki]) person.browser.received.length = 0;
});
afterAll(() => service.close());

test("who is not looking is told, once, after a moment of grace; the author is not", async () => {
  await say(sakura.viewer, direct, "お久しぶりです。\nお元気ですか。");
  expect(await sendDuePushes(notificationSources)).toBe(0);
  await pass(database, "5 seconds");
  expect(await sendDuePushes(notificationSources)).toBe(1);
  expect(await sendDuePushes(notificationSources)).toBe(0);
  expect(kosaku.browser.payloads()).toEqual([
    {
      title: "大野 さくら",
      body: "お久しぶりです。 お元気ですか。",
      tag: direct,
      path: `/c/aoba/chat/${direct}`,
      locale: "ja",
    },
  ]);
  expect(told(sakura)).toEqual([]);
});

test("many lines are one push with the newest and their number; what comes later is told later", async () => {
  for (const text of ["一", "二", "三"]) await say(sakura.viewer, direct, text);
  await pass(database, "5 seconds");
  await sendDuePushes(notificationSources);
  expect(told(kosaku)).toEqual([{ title: "大野 さくら", body: "三\n未読3件" }]);
  await say(sakura.viewer, direct, "四");
  await pass(database, "5 seconds");
  await sendDuePushes(notificationSources);
  expect(told(kosaku)).toEqual([{ title: "大野 さくら", body: "四\n未読4件" }]);
});

test("many workers at once tell each message once", async () => {
  const group = await startGroup(database, "同期会", sakura.viewer, [kosaku.viewer, yuki.viewer]);
  await settle(database);
  await say(sakura.viewer, direct, "こんにちは");
  await say(sakura.viewer, group, "みなさん、こんにちは");
  await pass(database, "5 seconds");
  const counts = await Promise.all(Array.from({ length: 8 }, () => sendDuePushes(notificationSources)));
  expect(counts.reduce((sum, count) => sum + count)).toBe(3);
  expect(told(yuki)).toEqual([{ title: "同期会", body: "大野 さくら：みなさん、こんにちは" }]);
  expect(told(kosaku)).toHaveLength(2);
});

test("those whom nothing calls do not hold up the others, however many wait", async () => {
  const crowd = await database.asOwner<{ id: string; user_id: string }>(
    "SELECT id, user_id FROM members WHERE company_id = $1 AND status = 'ACTIVE' AND id <> ALL ($2) ORDER BY id LIMIT 119",
    [sakura.viewer.companyId, [sakura.viewer.memberId, kosaku.viewer.memberId]],
  );
  const group = await startGroup(database, "全員集合", sakura.viewer, [kosaku.viewer]);
  for (const table of ["chat_participants", "chat_places"])
    await database.asOwner(
      `INSERT INTO ${table} (company_id, thread_id, member_id) SELECT $1, $2, unnest($3::uuid[])`,
      [sakura.viewer.companyId, group, crowd.map(({ id }) => id)],
    );
  for (const { user_id } of crowd) {
    const session = await findSession(await createSession(user_id, "tests"));
    const { endpoint, p256dh, auth } = service.open().address;
    if (session) await keepPushSubscription(session.account, { endpoint, keys: { p256dh, auth } });
  }
  await settle(database);
  const muted = crowd.filter((_, index) => index % 10 === 0).map(({ id }) => id);
  await database.asOwner(
    "UPDATE chat_places SET muted = true WHERE thread_id = $1 AND member_id = ANY ($2)",
    [group, muted],
  );
  await say(sakura.viewer, group, "みなさん、こんばんは");
  await pass(database, "5 seconds");
  await sendDuePushes(notificationSources);
  const waiting = await database.asOwner(
    `SELECT FROM chat_threads t JOIN chat_places p ON p.company_id = t.company_id AND p.thread_id = t.id
      LEFT JOIN notifications n ON n.company_id = p.company_id AND n.member_id = p.member_id AND n.subject = t.id
      WHERE t.id = $1 AND p.member_id <> $2 AND coalesce(n.pushed_number, 0) < t.last_number`,
    [group, sakura.viewer.memberId],
  );
  expect(waiting).toEqual([]);
});

test("a push that cannot be read is logged, and the others come", async () => {
  await database.asOwner("UPDATE users SET locale = 'xx' WHERE email = $1", [people.yuki.email]);
  expectLog("error", /"issues":\["locale invalid_value"\].*"msg":"a push that cannot be written"/);
  const group = await startGroup(database, "ことば", sakura.viewer, [kosaku.viewer, yuki.viewer]);
  await settle(database);
  await say(sakura.viewer, group, "こんにちは");
  await pass(database, "5 seconds");
  expect(await sendDuePushes(notificationSources)).toBe(1);
  expect(told(kosaku)).toHaveLength(1);
  await database.asOwner("UPDATE users SET locale = 'ja' WHERE email = $1", [people.yuki.email]);
});

test("what was read on an open screen calls nobody", async () => {
  const number = await say(sakura.viewer, direct, "いま見ていますね");
  await markRead(kosaku.viewer, direct, number);
  await pass(database, "5 seconds");
  expect(await sendDuePushes(notificationSources)).toBe(0);
});

test("a deleted message is never told, nor a notice, nor what is an hour old", async () => {
  const number = await say(sakura.viewer, direct, "やっぱり内緒");
  await database.asOwner(
    "UPDATE chat_messages SET deleted_at = now(), text = '' WHERE thread_id = $1 AND number = $2",
    [direct, number],
  );
  await startGroup(database, "できたての会", sakura.viewer, [kosaku.viewer]);
  await pass(database, "5 seconds");
  expect(await sendDuePushes(notificationSources)).toBe(0);
  await say(sakura.viewer, direct, "昨日のこと");
  await pass(database, "61 minutes");
  expect(await sendDuePushes(notificationSources)).toBe(0);
});

test("a muted thread calls only whom it names, an archived one nobody", async () => {
  const group = await startGroup(database, "雑談", sakura.viewer, [kosaku.viewer, yuki.viewer]);
  await settle(database);
  await muteThread(kosaku.viewer, group, true);
  await muteThread(yuki.viewer, group, true);
  await say(sakura.viewer, group, "だれか、お昼にいきませんか");
  await pass(database, "5 seconds");
  expect(await sendDuePushes(notificationSources)).toBe(0);
  await say(sakura.viewer, group, "耕作さん、お昼にいきませんか", { mentions: [kosaku.viewer.memberId] });
  await say(sakura.viewer, group, "ほかの人もどうぞ");
  await pass(database, "5 seconds");
  expect(await sendDuePushes(notificationSources)).toBe(1);
  expect(told(kosaku)).toEqual([{ title: "雑談", body: "大野 さくら：耕作さん、お昼にいきませんか" }]);
  await muteThread(kosaku.viewer, group, false);
  await say(sakura.viewer, group, "もう行きました");
  await archiveThread(kosaku.viewer, group, true);
  await pass(database, "5 seconds");
  expect(await sendDuePushes(notificationSources)).toBe(0);
});

test("anyone who wants it so is told that there is something, and not what", async () => {
  await saveChatPreferences(kosaku.viewer, { pushContent: false });
  await say(sakura.viewer, direct, "ひみつの相談です");
  await pass(database, "5 seconds");
  await sendDuePushes(notificationSources);
  expect(told(kosaku)).toEqual([
    { title: "大野 さくら", body: "新しいメッセージ 1件\n青葉化学工業株式会社" },
  ]);
  await saveChatPreferences(kosaku.viewer, { pushContent: true });
});

test("a group without a name is called by those in it, and each is told in their language", async () => {
  const group = await startGroup(database, null, sakura.viewer, [kosaku.viewer, yuki.viewer]);
  await settle(database);
  await database.asOwner("UPDATE users SET locale = 'en' WHERE email = 'yuki@example.com'");
  await say(sakura.viewer, group, "Hello");
  await say(sakura.viewer, group, "there");
  await pass(database, "5 seconds");
  await sendDuePushes(notificationSources);
  const [{ title, body } = { title: "", body: "" }] = told(yuki);
  expect(title.split(", ").sort()).toEqual(["大野 さくら", "髙橋 耕作"].sort());
  expect(body).toBe("大野 さくら: there\nUnread: 2");
  await database.asOwner("UPDATE users SET locale = 'ja' WHERE email = 'yuki@example.com'");
});

test("a stranger's request calls once, without its words", async () => {
  const thread = await openThread(yuki.viewer, sakura.viewer);
  await database.asOwner("DELETE FROM chat_messages WHERE thread_id = $1", [thread]);
  await database.asOwner("UPDATE chat_threads SET last_number = 0 WHERE id = $1", [thread]);
  await forget(database, thread);
  await database.asOwner(
    "UPDATE chat_participants SET state = 'ASKED' WHERE thread_id = $1 AND member_id = $2",
    [thread, sakura.viewer.memberId],
  );
  await say(yuki.viewer, thread, "はじめまして。突然すみません。");
  await pass(database, "5 seconds");
  expect(await sendDuePushes(notificationSources)).toBe(1);
  const [{ title, body } = { title: "", body: "" }] = told(sakura);
  expect(title).toMatch(/さんからメッセージのリクエスト$/);
  expect(body).toBe("青葉化学工業株式会社");
  expect(await sendDuePushes(notificationSources)).toBe(0);
});

test("nobody is told who may not read any more, nor a browser that has signed out", async () => {
  const { account } = await signIn(database, "kosaku");
  const second = service.open();
  const { endpoint, p256dh, auth } = second.address;
  await keepPushSubscription(account, { endpoint, keys: { p256dh, auth } });
  await say(sakura.viewer, direct, "どちらの端末にも");
  await pass(database, "5 seconds");
  expect(await sendDuePushes(notificationSources)).toBe(2);
  await endSession(account, account.sessionId);
  await say(sakura.viewer, direct, "こちらだけに");
  await pass(database, "5 seconds");
  expect(await sendDuePushes(notificationSources)).toBe(1);
  expect(second.received).toHaveLength(1);
  for (const [end, back] of [
    [
      "UPDATE members SET status = 'SUSPENDED' WHERE id = $1",
      "UPDATE members SET status = 'ACTIVE' WHERE id = $1",
    ],
    [
      "UPDATE chat_participants SET state = 'DECLINED' WHERE member_id = $1",
      "UPDATE chat_participants SET state = 'ACTIVE' WHERE member_id = $1",
    ],
  ] as const) {
    await database.asOwner(end, [kosaku.viewer.memberId]);
    await say(sakura.viewer, direct, "聞こえますか").catch(() => {});
    await pass(database, "5 seconds");
    expect(await sendDuePushes(notificationSources), end).toBe(0);
    await database.asOwner(back, [kosaku.viewer.memberId]);
    await settle(database);
  }
});

test("a browser that is gone is forgotten; one whose service fails is left for the mail, and neither stops the others", async () => {
  const gone = await arrive("kosaku");
  const failing = await arrive("kosaku");
  gone.browser.answer(410);
  failing.browser.answer(503);
  expectLog("warn", /"host":"127\.0\.0\.1:\d+","status":503/);
  await say(sakura.viewer, direct, "届きますか");
  await pass(database, "5 seconds");
  expect(await sendDuePushes(notificationSources)).toBe(1);
  expect(told(kosaku)).toHaveLength(1);
  const left = await database.asOwner<{ endpoint: string }>(
    "SELECT endpoint FROM push_subscriptions WHERE gone_at IS NULL",
  );
  const endpoints = left.map(({ endpoint }) => endpoint);
  expect(endpoints).not.toContain(gone.browser.address.endpoint);
  expect(endpoints).toContain(failing.browser.address.endpoint);
  failing.browser.answer(201);
  expect(await sendDuePushes(notificationSources)).toBe(0);
});

test("who is asked into a group is told once, by whom and into which; nothing of what is said in it", async () => {
  const [stranger] = await strangersOf(database, sakura.viewer, 1);
  if (!stranger) throw new Error("no stranger");
  const browser = service.open();
  const { endpoint, p256dh, auth } = browser.address;
  const session = await findSession(await createSession(stranger.userId, "tests"));
  if (!session) throw new Error("no session");
  await keepPushSubscription(session.account, { endpoint, keys: { p256dh, auth } });
  const person = { viewer: stranger, browser };
  const company = "青葉化学工業株式会社";
  const title = "大野 さくらさんからグループへの招待";

  const group = await createGroup(sakura.viewer, {
    name: "水添の会",
    memberIds: [stranger.memberId, kosaku.viewer.memberId],
  });
  await say(sakura.viewer, group, "みなさん、ようこそ");
  await pass(database, "5 seconds");
  await sendDuePushes(notificationSources);
  expect(browser.payloads()).toEqual([
    { title, body: `水添の会\n${company}`, tag: group, path: `/c/aoba/chat/${group}`, locale: "ja" },
  ]);
  browser.received.length = 0;
  await say(sakura.viewer, group, "自己紹介をどうぞ");
  await pass(database, "5 seconds");
  await sendDuePushes(notificationSources);
  expect(told(person)).toEqual([]);
  // In, they hear what is said from then on.
  await answerRequest(stranger, group, true);
  await say(sakura.viewer, group, "よくいらっしゃいました");
  await pass(database, "5 seconds");
  await sendDuePushes(notificationSources);
  expect(told(person).map((payload) => payload.title)).toEqual(["水添の会"]);

  await saveChatPreferences(stranger, { pushContent: false });
  for (const name of ["ひみつの会", null]) {
    const another = await createGroup(sakura.viewer, {
      name,
      memberIds: [stranger.memberId, yuki.viewer.memberId],
    });
    await database.asOwner(
      "UPDATE chat_participants SET state = 'ASKED', asked_by = $3 WHERE thread_id = $1 AND member_id = $2",
      [another, stranger.memberId, sakura.viewer.memberId],
    );
    await forget(database, another, stranger.memberId);
    await pass(database, "5 seconds");
    await sendDuePushes(notificationSources);
    expect(told(person)).toEqual([{ title, body: company }]);
  }
});

test("an invitation that was answered, taken back or an hour old is not told", async () => {
  const strangers = await strangersOf(database, sakura.viewer, 3);
  for (const { userId } of strangers) {
    const session = await findSession(await createSession(userId, "tests"));
    const { endpoint, p256dh, auth } = service.open().address;
    if (session) await keepPushSubscription(session.account, { endpoint, keys: { p256dh, auth } });
  }
  const [declining, cancelled, late] = strangers;
  if (!declining || !cancelled || !late) throw new Error("not enough strangers");
  const group = await createGroup(sakura.viewer, {
    name: "短い会",
    memberIds: [declining.memberId, cancelled.memberId],
  });
  await answerRequest(declining, group, false);
  await removeFromGroup(sakura.viewer, group, cancelled.memberId);
  await pass(database, "5 seconds");
  expect(await sendDuePushes(notificationSources)).toBe(0);
  await addToGroup(sakura.viewer, group, [late.memberId]);
  await pass(database, "61 minutes");
  await say(sakura.viewer, group, "まだですか");
  await pass(database, "5 seconds");
  expect(await sendDuePushes(notificationSources)).toBe(0);
});

test("of two whom a block parts no line in a group calls the other, not one that names them either", async () => {
  const names = { mentions: [sakura.viewer.memberId, kosaku.viewer.memberId] };
  const group = await startGroup(database, null, sakura.viewer, [kosaku.viewer, yuki.viewer]);
  await settle(database);
  await blockMember(sakura.viewer, kosaku.viewer.memberId);
  await say(kosaku.viewer, group, "もしもし", names);
  await say(sakura.viewer, group, "皆さん", names);
  await pass(database, "5 seconds");
  await sendDuePushes(notificationSources);
  expect([told(sakura), told(kosaku)]).toEqual([[], []]);
  expect(told(yuki)).toHaveLength(1);
  // What a third one says is told, by the name of a group in which nobody stands for who blocked them.
  await say(yuki.viewer, group, "はい");
  await pass(database, "5 seconds");
  await sendDuePushes(notificationSources);
  const [hers] = told(sakura);
  expect(hers?.title).not.toContain("耕作");
  expect(hers?.body).not.toContain("未読");
  await unblockMember(sakura.viewer, kosaku.viewer.memberId);
  await say(kosaku.viewer, group, "また");
  await pass(database, "5 seconds");
  await sendDuePushes(notificationSources);
  expect(told(sakura)).toHaveLength(1);
});
