import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { markRead } from "#lib/chat/places.ts";
import { everyCompany, type Scope, withScope } from "#lib/db.ts";
import { mailDueDigests } from "#lib/notifications/digests.ts";
import { queueAll } from "#lib/notifications/sources.ts";
import { notificationSources } from "#lib/registry/notifications.ts";
import { openThread, pass, say, settle } from "#tests/chat/callers.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;
let thread: string;

type Row = { member_id: string; mailed_number: number; mail_after: Date | null };
const rows = () =>
  database.asOwner<Row>("SELECT member_id, mailed_number, mail_after FROM notifications WHERE subject = $1", [
    thread,
  ]);

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  kosaku = await viewerOf(database, "kosaku", "aoba");
  thread = await openThread(sakura, kosaku);
  await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [thread]);
});
beforeEach(() => settle(database));

describe("a notification", () => {
  it("is written once for what calls a member, and told once", async () => {
    const number = await say(sakura, thread, "お元気ですか");
    for (let round = 0; round < 2; round++)
      await Promise.all([queueAll(notificationSources, "push"), queueAll(notificationSources, "mail")]);
    const written = (await rows()).filter(({ mail_after }) => mail_after);
    expect(written.map(({ member_id }) => member_id)).toEqual([kosaku.memberId]);
    await pass(database, "16 minutes");
    expect(await mailDueDigests(notificationSources)).toBe(1);
    expect(await rows()).toContainEqual({
      member_id: kosaku.memberId,
      mailed_number: number,
      mail_after: null,
    });
    expect(await mailDueDigests(notificationSources)).toBe(0);
  });

  it("whose thing was read after it was written is told by nobody, and waits no more", async () => {
    const number = await say(sakura, thread, "もう読みました");
    await pass(database, "16 minutes");
    await queueAll(notificationSources, "mail");
    await markRead(kosaku, thread, number);
    expect(await mailDueDigests(notificationSources)).toBe(0);
    expect((await rows()).filter(({ mail_after }) => mail_after)).toEqual([]);
  });

  it("is read and changed by no member's statement, its own member's included", async () => {
    await say(sakura, thread, "ひとりだけに");
    await queueAll(notificationSources, "mail");
    for (const statement of [
      "SELECT member_id FROM notifications WHERE subject = $1",
      "UPDATE notifications SET push_after = now() WHERE subject = $1",
      "DELETE FROM notifications WHERE subject = $1",
      "INSERT INTO notifications (company_id, member_id, kind, subject) VALUES (app_company_id(), app_member_id(), 'CHAT', $1)",
    ])
      await expect(database.asViewer(kosaku, statement, [thread]), statement).rejects.toThrow(
        "permission denied",
      );
  });
});

describe("what is due over all companies", () => {
  it.each([
    "claim_pushes(1)",
    "claim_digests(1)",
    "mark_told(true, 'CHAT', '{}', '{}', '{}', '{}')",
    "queue_chat_pushes('4 seconds')",
    "queue_chat_mails()",
    "chat_push_words('{}', '{}', '{}', '{}')",
    "chat_mail_words('{}', '{}', '{}', '{}')",
    "queue_okaeri(true, '10 minutes')",
    "okaeri_words('{}', '{}', '{}')",
    "queue_search_news(true, false)",
    "untell_search_news(gen_random_uuid(), gen_random_uuid())",
    "queue_correction_notices(true, false)",
    "correction_words('{}', '{}', '{}')",
    "mail_instead(gen_random_uuid(), gen_random_uuid(), 'SEARCH', gen_random_uuid())",
    "feed_readers(gen_random_uuid(), gen_random_uuid(), NULL)",
  ])("%s answers a process of ours, and no member", async (call) => {
    const ask = (scope: Scope) => withScope(scope, (tx) => tx.$executeRawUnsafe(`SELECT FROM ${call}`));
    await ask(everyCompany);
    await expect(ask({})).rejects.toThrow("only a process");
    await expect(database.asViewer(sakura, `SELECT FROM ${call}`)).rejects.toThrow("only a process");
  });
});
