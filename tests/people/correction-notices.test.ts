// HR's decision about a correction is told the one whom it is about: once, by push or else by mail, and no value of it.
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { saveChatPreferences } from "#lib/chat/preferences.ts";
import { everyCompany, withScope } from "#lib/db.ts";
import { mailDueDigests } from "#lib/notifications/digests.ts";
import { correctionNotifications } from "#lib/people/correction-notifications.ts";
import { askCorrection, listOwnCorrections } from "#lib/people/corrections.ts";
import { decideCorrection } from "#lib/people/decisions.ts";
import { notificationSources } from "#lib/registry/notifications.ts";
import { settle } from "#tests/chat/callers.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let kosaku: Viewer;
let yuki: Viewer;

beforeAll(async () => {
  kosaku = await viewerOf(database, "kosaku", "aoba");
  yuki = await viewerOf(database, "yuki", "aoba");
  await settle(database);
});
beforeEach(async () => {
  for (const table of ["corrections", "chat_preferences", "mails", "notifications"])
    await database.asOwner(`DELETE FROM ${table}`);
});

async function decide(
  proposed: string,
  confirm = true,
  field: "TITLE" | "DEPARTMENT" = "TITLE",
): Promise<void> {
  await askCorrection(kosaku, { field, proposed, note: "辞令のとおり" });
  const waiting = (await listOwnCorrections(kosaku)).find(({ status }) => status === "WAITING");
  await decideCorrection(yuki, { id: waiting?.id ?? "", confirm, answer: "秘密のひとこと" });
}
async function mails() {
  await database.asOwner("UPDATE corrections SET decided_at = decided_at - interval '16 minutes'");
  await mailDueDigests(notificationSources);
  return database.asOwner<{ to: string; subject: string; text: string }>(
    `DELETE FROM mails RETURNING "to", subject, text`,
  );
}

test("one mail tells what HR decided, of which field and no value, once and to nobody else", async () => {
  await decide("技監");
  expect(await mailDueDigests(notificationSources)).toBe(0);
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    to: "kosaku@example.net",
    subject: "在籍の記録の「役職」を人事が訂正しました",
  });
  expect(mail?.text).toContain("/c/aoba/profile");
  expect(mail?.text).not.toMatch(/技監|辞令|秘密/);
  expect(await mails()).toEqual([]);
});

test("what was declined says so, and two decisions come in one mail", async () => {
  await decide("顧問", false);
  await decide("分析室", true, "DEPARTMENT");
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail?.text).toContain("「役職」を変えませんでした");
  expect(mail?.text).toContain("「部署」をお申し出のとおりに訂正しました");
});

test("what waits, what one decided oneself and what was decided long ago is told by nobody; nor who wants no mails", async () => {
  await askCorrection(kosaku, { field: "TITLE", proposed: "参与", note: "辞令のとおり" });
  expect(await mails()).toEqual([]);
  await decide("参事");
  await database.asOwner("UPDATE corrections SET decided_by_id = member_id");
  expect(await mails()).toEqual([]);
  await database.asOwner(
    "UPDATE corrections SET decided_by_id = $1, decided_at = now() - interval '3 days'",
    [yuki.memberId],
  );
  expect(await mails()).toEqual([]);
  await database.asOwner("UPDATE corrections SET decided_at = now()");
  await saveChatPreferences(kosaku, { mailAfterMinutes: 0 });
  expect(await mails()).toEqual([]);
});

test("a push says the field and leads to the record", async () => {
  await decide("主席");
  const [row] = await database.asOwner<{ id: string }>("SELECT id FROM corrections");
  const due = {
    companyId: kosaku.companyId,
    memberId: kosaku.memberId,
    kind: "CORRECTION" as const,
    subject: row?.id ?? "",
    told: 0,
    slug: "aoba",
    company: "Aoba Chemical",
    locale: "en",
  };
  const words = (of: typeof due) =>
    withScope(everyCompany, async (tx) => {
      const [push] = await correctionNotifications.findPushes(tx, [of]);
      return push && (await push.write());
    });
  expect(await words(due)).toMatchObject({
    title: "HR corrected your record: Title",
    body: "Aoba Chemical",
    path: "/c/aoba/profile",
  });
  expect(await words({ ...due, memberId: yuki.memberId })).toBeNull();
});
