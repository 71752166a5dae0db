import { beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { addToGroup, createGroup } from "#lib/chat/groups.ts";
import { archiveThread, markRead, muteThread } from "#lib/chat/places.ts";
import { saveChatPreferences } from "#lib/chat/preferences.ts";
import { answerRequest } from "#lib/chat/requests.ts";
import { everyCompany, withScope } from "#lib/db.ts";
import { mailDueDigests } from "#lib/notifications/digests.ts";
import { stopToken } from "#lib/notifications/stopping.ts";
import { notificationSources } from "#lib/registry/notifications.ts";
import { sqlRows } from "#lib/sql.ts";
import { people } from "#prisma/world.ts";
import { expectLog } from "#tests/support/console.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { forget, openThread, pass, say, settle, startGroup } from "./callers.ts";
import { strangersOf } from "./strangers.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;
let yuki: Viewer;
let direct: string;

type Mail = { to: string; subject: string; text: string; html: string; unsubscribe: string };

/** The mails since last asked, by whom they are for. */
async function mails(): Promise<Mail[]> {
  const rows = await database.asOwner<Mail>(
    'SELECT "to", subject, text, html, unsubscribe FROM mails ORDER BY "to"',
  );
  await database.asOwner("DELETE FROM mails");
  return rows;
}

beforeAll(async () => {
  [sakura, kosaku, yuki] = [
    await viewerOf(database, "sakura", "aoba"),
    await viewerOf(database, "kosaku", "aoba"),
    await viewerOf(database, "yuki", "aoba"),
  ];
  direct = await openThread(sakura, kosaku);
  await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [direct]);
});
beforeEach(async () => {
  await settle(database);
  await database.asOwner("UPDATE chat_places SET muted = false, archived_at = NULL");
  await database.asOwner("DELETE FROM chat_preferences");
  await mails();
});

test("the sample world writes to nobody", async () => {
  await database.asOwner("UPDATE chat_places SET read_number = 0");
  expect(await mailDueDigests(notificationSources)).toBe(0);
});

test("after fifteen minutes unread there is one mail, and no second for the same", async () => {
  await say(sakura, direct, "来月の<OB会>の件です");
  await pass(database, "14 minutes");
  await say(sakura, direct, "ご都合いかがですか");
  expect(await mailDueDigests(notificationSources)).toBe(0);
  await pass(database, "2 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(1);
  expect(await mailDueDigests(notificationSources)).toBe(0);
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    to: people.kosaku.email,
    subject: "大野 さくらさんから未読のメッセージが2件（おかえり）",
    unsubscribe: `http://localhost:3000/api/c/aoba/stop-mails/${stopToken(kosaku)}`,
  });
  expect(mail?.text).toContain("\n来月の<OB会>の件です\nご都合いかがですか\n");
  expect(mail?.text).toContain(`http://localhost:3000/c/aoba/chat/${direct}`);
  expect(mail?.html).toContain("来月の&#60;OB会&#62;の件です");
  expect(mail?.html).not.toContain("<OB会>");
  expect(mail?.text).toContain("http://localhost:3000/c/aoba/settings");
  const jobs = await database.asOwner("SELECT FROM pgboss.job WHERE name = 'mail' AND state = 'created'");
  expect(jobs.length).toBeGreaterThan(0);
  await pass(database, "2 hours");
  expect(await mailDueDigests(notificationSources)).toBe(0);
});

test("of what somebody wrote whom one has blocked since, there is no mail", async () => {
  await say(kosaku, direct, "まだ読まれていません");
  await blockMember(sakura, kosaku.memberId);
  await pass(database, "16 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(0);
  await unblockMember(sakura, kosaku.memberId);
});

test("one mail tells of all threads, also of what is younger", async () => {
  const group = await startGroup(database, "温泉の会", yuki, [kosaku]);
  await settle(database);
  await say(sakura, direct, "一つめ");
  await pass(database, "16 minutes");
  await say(yuki, group, "二つめ");
  expect(await mailDueDigests(notificationSources)).toBe(1);
  const [mail] = await mails();
  expect(mail?.subject).toBe("未読のメッセージが2件あります（おかえり）");
  expect(mail?.text).toContain("■ 大野 さくら (未読1件)\n一つめ");
  expect(mail?.text).toMatch(/■ 温泉の会 \(未読1件\)\n.+: 二つめ/);
  await pass(database, "20 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(0);
});

test("a round reads the few lines that it asks for, not the whole of a busy group for each who is in it", async () => {
  const group = await startGroup(database, "全員集合", sakura, [kosaku]);
  const { companyId } = sakura;
  for (const table of ["chat_participants", "chat_places"])
    await database.asOwner(
      `INSERT INTO ${table} (company_id, thread_id, member_id)
        SELECT company_id, $2, id FROM members WHERE company_id = $1 AND status = 'ACTIVE' ON CONFLICT DO NOTHING`,
      [companyId, group],
    );
  await database.asOwner(
    `INSERT INTO chat_messages (company_id, thread_id, number, revision, id, author_id, client_id, text)
      SELECT $1, $2, 1000 + n, 1000 + n, gen_random_uuid(), $3, gen_random_uuid(), 'もうひとつ' FROM generate_series(1, 300) n`,
    [companyId, group, sakura.memberId],
  );
  await database.asOwner(
    "UPDATE chat_threads SET last_number = 1300, revision = 1300, last_message_at = now() WHERE id = $1",
    [group],
  );
  await database.asOwner("UPDATE chat_places SET read_number = 1000 WHERE thread_id = $1", [group]);
  await pass(database, "16 minutes");
  await database.asOwner("ANALYZE");
  const [plan] = await withScope(
    everyCompany,
    (tx) =>
      sqlRows(tx, z.looseObject({ "QUERY PLAN": z.tuple([z.looseObject({ Plan: z.looseObject({}) })]) }))`
      EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT queue_chat_mails()`,
  );
  const { "Shared Hit Blocks": blocks } = z
    .object({ "Shared Hit Blocks": z.int() })
    .parse(plan?.["QUERY PLAN"][0].Plan);
  const [places] = await database.asOwner<{ count: number }>(
    "SELECT count(*)::int FROM notifications WHERE subject = $1 AND mail_after IS NOT NULL",
    [group],
  );
  expect(places?.count).toBeGreaterThan(400);
  expect(blocks / (places?.count ?? 0)).toBeLessThan(60);
  await database.asOwner("DELETE FROM chat_threads WHERE id = $1", [group]);
});

test("many workers at once write each mail once", async () => {
  const group = await startGroup(database, "合同練習", sakura, [kosaku, yuki]);
  await settle(database);
  for (const text of ["ひとつ", "ふたつ", "みっつ"]) await say(sakura, group, text);
  await say(sakura, direct, "こちらも");
  await pass(database, "16 minutes");
  const counts = await Promise.all(Array.from({ length: 6 }, () => mailDueDigests(notificationSources)));
  expect(counts.reduce((sum, count) => sum + count)).toBe(2);
  expect((await mails()).map(({ to }) => to)).toEqual([people.kosaku.email, "yuki@example.com"]);
});

test.each([5, 60] as const)("anyone who chose %i minutes waits so long", async (mailAfterMinutes) => {
  await saveChatPreferences(kosaku, { mailAfterMinutes });
  await say(sakura, direct, "まだですか");
  await pass(database, `${mailAfterMinutes * 60 - 20} seconds`);
  expect(await mailDueDigests(notificationSources)).toBe(0);
  await pass(database, "30 seconds");
  expect(await mailDueDigests(notificationSources)).toBe(1);
});

test("one to whom no mail can be written is logged, and stops nobody else's", async () => {
  const group = await startGroup(database, "あて先", sakura, [kosaku, yuki]);
  await settle(database);
  await database.asOwner("UPDATE users SET email = 'no address' WHERE email = $1", [people.yuki.email]);
  expectLog(
    "error",
    new RegExp(`"memberId":"${yuki.memberId}".*"msg":"no mail of unread messages could be written"`),
  );
  await say(sakura, group, "届きますか");
  await pass(database, "16 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(1);
  expect((await mails()).map(({ to }) => to)).toEqual([people.kosaku.email]);
  expect(await mailDueDigests(notificationSources)).toBe(0);
  await database.asOwner("UPDATE users SET email = $1 WHERE email = 'no address'", [people.yuki.email]);

  await database.asOwner("UPDATE users SET locale = 'xx' WHERE email = $1", [people.yuki.email]);
  await say(sakura, group, "読めますか");
  await pass(database, "16 minutes");
  await pass(database, "3 hours");
  expect(await mailDueDigests(notificationSources)).toBe(1);
  expect((await mails()).map(({ to }) => to)).toEqual([people.kosaku.email]);
  await database.asOwner("UPDATE users SET locale = 'ja' WHERE email = $1", [people.yuki.email]);
});

test("anyone who wants no mail gets none", async () => {
  await saveChatPreferences(kosaku, { mailAfterMinutes: 0 });
  await say(sakura, direct, "お返事はいつでも");
  await pass(database, "3 hours");
  expect(await mailDueDigests(notificationSources)).toBe(0);
});

test("anyone who wants it so reads from whom and how many, and not what", async () => {
  await saveChatPreferences(kosaku, { mailContent: false });
  await say(sakura, direct, "ひみつの相談です");
  await pass(database, "16 minutes");
  await mailDueDigests(notificationSources);
  const [mail] = await mails();
  expect(mail?.subject).toBe("大野 さくらさんから未読のメッセージが1件（おかえり）");
  expect(`${mail?.text}${mail?.html}`).not.toContain("ひみつ");
});

test("what was read, deleted, muted or put away is told by no mail; one's name in a muted thread is", async () => {
  const group = await startGroup(database, "実況", sakura, [kosaku]);
  await settle(database);
  await markRead(kosaku, direct, await say(sakura, direct, "読みました"));
  const deleted = await say(sakura, direct, "消します");
  await database.asOwner(
    "UPDATE chat_messages SET deleted_at = now(), text = '' WHERE thread_id = $1 AND number = $2",
    [direct, deleted],
  );
  await muteThread(kosaku, group, true);
  await say(sakura, group, "一回の表");
  await pass(database, "16 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(0);
  await say(sakura, group, "耕作さん、出番です", { mentions: [kosaku.memberId] });
  await pass(database, "16 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(1);
  const [mail] = await mails();
  expect(mail?.text).toContain("耕作さん、出番です");
  expect(mail?.text).not.toContain("一回の表");
  await say(sakura, direct, "しまいました");
  await archiveThread(kosaku, direct, true);
  await pass(database, "16 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(0);
});

test("while a mail about a group goes unread, its next one waits longer, unless it names one", async () => {
  const group = await startGroup(database, "昼休み", sakura, [kosaku]);
  await settle(database);
  await say(sakura, group, "一");
  await pass(database, "16 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(1);
  await say(sakura, group, "二");
  await pass(database, "100 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(0);
  await pass(database, "21 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(1);
  await say(sakura, group, "耕作さん", { mentions: [kosaku.memberId] });
  await pass(database, "16 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(1);
  await markRead(kosaku, group, await say(sakura, group, "四"));
  await say(sakura, group, "五");
  await pass(database, "16 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(1);
});

test("a stranger's request is told once, without its words", async () => {
  await database.asOwner(
    "UPDATE chat_participants SET state = 'ASKED', asked_by = $3 WHERE thread_id = $1 AND member_id = $2",
    [direct, kosaku.memberId, sakura.memberId],
  );
  await forget(database, direct, kosaku.memberId);
  await database.asOwner(
    "UPDATE chat_messages SET sent_at = now() - interval '16 minutes' WHERE thread_id = $1",
    [direct],
  );
  await database.asOwner(
    "UPDATE chat_threads SET last_message_at = now() - interval '16 minutes' WHERE id = $1",
    [direct],
  );
  expect(await mailDueDigests(notificationSources)).toBe(1);
  const [mail] = await mails();
  expect(mail?.subject).toBe("大野 さくらさんからメッセージのリクエスト（おかえり）");
  expect(mail?.text).toContain("■ 大野 さくら (メッセージのリクエスト)\nhttp");
  await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [direct]);
});

test("who is asked into a group and does not answer is told once, by whom and into which", async () => {
  const [first, discreet, accepting, declining] = await strangersOf(database, sakura, 4);
  if (!first || !discreet || !accepting || !declining) throw new Error("not enough strangers");
  await saveChatPreferences(discreet, { mailContent: false });
  const group = await createGroup(sakura, { name: "水添の会", memberIds: [kosaku.memberId] });
  await say(sakura, group, "みなさん、ようこそ");
  await settle(database);
  const asked = [first, discreet, accepting, declining].map(({ memberId }) => memberId);
  await addToGroup(sakura, group, asked);
  await answerRequest(accepting, group, true);
  await answerRequest(declining, group, false);
  await pass(database, "14 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(0);
  await pass(database, "2 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(2);
  const told = await mails();
  expect(told.map(({ subject }) => subject)).toEqual(
    Array(2).fill("大野 さくらさんからグループへの招待（おかえり）"),
  );
  const link = `http://localhost:3000/c/aoba/chat/${group}`;
  const texts = told.map(({ text }) => text.match(/■[\s\S]*?http\S+/)?.[0]).sort();
  expect(texts).toEqual([
    `■ 大野 さくら (グループへの招待)\n${link}`,
    `■ 大野 さくら (グループへの招待)\n水添の会\n${link}`,
  ]);
  await say(sakura, group, "お待ちしています");
  await pass(database, "2 hours");
  await mailDueDigests(notificationSources);
  const later = (await mails()).map(({ to }) => to);
  for (const { to } of told) expect(later).not.toContain(to);
});

test("nobody who may not be here any more is written to; in English to anyone who reads English", async () => {
  await say(sakura, direct, "Hello");
  await pass(database, "16 minutes");
  await database.asOwner("UPDATE members SET status = 'SUSPENDED' WHERE id = $1", [kosaku.memberId]);
  expect(await mailDueDigests(notificationSources)).toBe(0);
  await database.asOwner("UPDATE members SET status = 'ACTIVE' WHERE id = $1", [kosaku.memberId]);
  await database.asOwner(`UPDATE users SET locale = 'en' WHERE email = '${people.kosaku.email}'`);
  expect(await mailDueDigests(notificationSources)).toBe(1);
  const [mail] = await mails();
  expect(mail?.subject).toBe("Unread messages from 大野 さくら: 1 (Okaeri)");
  expect(mail?.html).toContain('<html lang="en">');
  expect(mail?.text).toContain("Aoba Chemical");
  await database.asOwner(`UPDATE users SET locale = 'ja' WHERE email = '${people.kosaku.email}'`);
});

test("a mail that cannot be queued is written by the next round", async () => {
  await say(sakura, direct, "消えないで");
  await pass(database, "16 minutes");
  await database.asOwner("ALTER TABLE mails ADD CONSTRAINT full_disk CHECK (false) NOT VALID");
  await expect(mailDueDigests(notificationSources)).rejects.toThrow("full_disk");
  await database.asOwner("ALTER TABLE mails DROP CONSTRAINT full_disk");
  expect(await mailDueDigests(notificationSources)).toBe(1);
});
