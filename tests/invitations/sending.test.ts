import { Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { inviteLeavers, revokeInvitations } from "#lib/invitations/inviting.ts";
import { invitationTokenHash } from "#lib/invitations/links.ts";
import { findInvitation } from "#lib/invitations/reading.ts";
import { sendDueInvitations } from "#lib/invitations/sending.ts";
import { decodeParts, type SmtpServer, startSmtpServer } from "#tests/mail/smtp-server.ts";
import { expectLog } from "#tests/support/console.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { addInvitable, beginInviting, today } from "./invited.ts";

const database = openTestDatabase();
let hr: Viewer;
let smtp: SmtpServer;
let id: string;

const invite = (ids: string[]) => inviteLeavers(hr, { of: { ids }, locale: "ja", count: ids.length }, today);
const found = () => findInvitation(hr, id);
const textOf = (mail?: { message: string }) => decodeParts(mail?.message ?? "")[0] ?? "";
/** The clock of the rate starts again, and what waits is due. */
const later = () =>
  database.asOwner("UPDATE invitation_mails SET started_at = started_at - interval '1 hour', due_at = now()");

beforeAll(async () => {
  smtp = await startSmtpServer();
  Object.assign(process.env, {
    SMTP_URL: smtp.url,
    MAIL_FROM: "おかえり <okaeri@example.com>",
    BOUNCE_ADDRESS: "bounces@example.com",
    INVITATIONS_PER_MINUTE: "24",
  });
  hr = await viewerOf(database, "yuki", "aoba");
});
beforeEach(async () => {
  smtp.received.length = 0;
  smtp.refuse(null);
  smtp.cut(false);
  await beginInviting(database);
  id = await addInvitable(hr, "haruka@example.net");
});
afterAll(() => smtp.close());

it("a mail goes out once, with a link, a code and what the law wants in it", async () => {
  await invite([id]);
  await sendDueInvitations();
  await later();
  await sendDueInvitations();
  expect(smtp.received).toHaveLength(1);
  const [mail] = smtp.received;
  expect(mail?.to).toEqual(["<haruka@example.net>"]);
  expect(mail?.from).toMatch(/^<bounces\+[0-9a-f]{32}\.[0-9a-f]{16}@example\.com>/);
  const text = textOf(mail);
  const [, token = ""] = /\/i\/([0-9a-z]{26})\n/.exec(text) ?? [];
  const hash = Buffer.from(invitationTokenHash(token)).toString("hex");
  const links = await database.asOwner<{ hash: string }>(
    "SELECT encode(token_hash, 'hex') AS hash FROM invitation_links",
  );
  expect(links).toEqual([{ hash }]);
  expect(text).toMatch(/^\d{6}$/m);
  for (const said of [
    "青木 遥 様",
    "2012年から2020年まで",
    "人事部",
    "東京都千代田区1-1",
    "jinji@example.com",
    `/i/${token}/refuse`,
    "2020年3月1日",
  ])
    expect(text).toContain(said);
  expect(mail?.message).toMatch(new RegExp(`List-Unsubscribe:\\s+<http[^>]*/api/i/${token}/refuse>`));
  expect(mail?.message).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(await found()).toMatchObject({
    status: "sent",
    mails: [{ state: "SENT", address: "haruka@example.net" }],
  });
});

it("says what the company wrote", async () => {
  await database.asOwner(`INSERT INTO invitation_texts (company_id, locale, subject, body, changed_by_id)
    SELECT company_id, 'ja', '{familyName}さんへ', '{department}' || chr(10) || 'お元気ですか。', id FROM members LIMIT 1`);
  await database.asOwner(
    "UPDATE invitation_texts SET company_id = (SELECT id FROM companies WHERE slug = 'aoba')",
  );
  await invite([id]);
  await sendDueInvitations();
  const text = textOf(smtp.received[0]);
  expect(text).toContain("お元気ですか。");
  expect(text).not.toContain("{department}");
});

it("an address that the server does not know is a bounce, in the server's words", async () => {
  await invite([id]);
  smtp.refuse("550 5.1.1 no such person", "RCPT");
  await sendDueInvitations();
  expect(await found()).toMatchObject({
    status: "bounced",
    mails: [{ state: "BOUNCED", answer: "550 5.1.1 no such person" }],
  });
});

it.each(["MAIL", "RCPT", "END"] as const)(
  "what the server will not take now (%s) is tried again later, and goes once",
  async (at) => {
    await invite([id]);
    expectLog("warn", /was not sent/);
    smtp.refuse("451 4.7.1 come back later", at);
    await sendDueInvitations();
    expect(await found()).toMatchObject({ status: "queued", mails: [{ state: "QUEUED" }] });
    expect(await sendDueInvitations()).toBe(0);
    smtp.refuse(null);
    await later();
    await sendDueInvitations();
    expect(smtp.received).toHaveLength(1);
    expect(await found()).toMatchObject({ status: "sent" });
  },
);

it("after twelve tries it is given up", async () => {
  await invite([id]);
  expectLog("warn", /was not sent/);
  smtp.refuse("451 4.7.1 come back later");
  for (let n = 0; n < 12; n++) {
    await sendDueInvitations();
    await later();
  }
  expect(await found()).toMatchObject({
    status: "bounced",
    mails: [{ answer: "451 4.7.1 come back later" }],
  });
});

it("one that may not send here tries again, and no address is blamed", async () => {
  await invite([id]);
  expectLog("warn", /was not sent/);
  smtp.refuse("530 5.7.0 sign in first");
  await sendDueInvitations();
  expect(await found()).toMatchObject({ status: "queued", mails: [{ state: "QUEUED" }] });
});

it("cut off before the server says that it has taken it, nobody knows, and it is not sent again", async () => {
  await invite([id]);
  expectLog("warn", /was not sent/);
  smtp.cut(true);
  await sendDueInvitations();
  smtp.cut(false);
  await later();
  await sendDueInvitations();
  expect(smtp.received).toHaveLength(1);
  expect(await found()).toMatchObject({ status: "unsure", mails: [{ state: "UNSURE" }] });
});

it("so is one after which the server falls silent", async () => {
  await invite([id]);
  expectLog("warn", /was not sent/);
  smtp.refuse("", "END");
  const { setTimeout: wait } = Socket.prototype;
  // A minute is half a second here.
  const shorter = vi.spyOn(Socket.prototype, "setTimeout").mockImplementation(function (
    this: Socket,
    ms,
    ...rest
  ) {
    return wait.call(this, ms >= 10_000 ? ms / 120 : ms, ...rest);
  });
  try {
    await sendDueInvitations();
  } finally {
    shorter.mockRestore();
  }
  expect(await found()).toMatchObject({ status: "unsure" });
});

it("one of a worker that was killed is unsure after ten minutes, and never sent again", async () => {
  await invite([id]);
  await database.asOwner(
    "UPDATE invitation_mails SET state = 'SENDING', started_at = now() - interval '11 minutes'",
  );
  await sendDueInvitations();
  expect(smtp.received).toEqual([]);
  expect(await found()).toMatchObject({ status: "unsure", mails: [{ state: "UNSURE" }] });
});

it("two workers at once send each mail once", async () => {
  const ids = [id];
  for (let n = 0; n < 9; n++) ids.push(await addInvitable(hr, `p${n}@example.net`));
  await invite(ids);
  for (let round = 0; round < 6; round++) {
    await Promise.all([sendDueInvitations(), sendDueInvitations()]);
    await later();
  }
  expect(smtp.received.flatMap(({ to }) => to).sort()).toEqual([
    "<haruka@example.net>",
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => `<p${n}@example.net>`),
  ]);
});

it("no more go in a minute than may, and companies take turns", async () => {
  const ids = [id];
  for (let n = 0; n < 29; n++) ids.push(await addInvitable(hr, `p${n}@example.net`));
  await invite(ids);
  const counts: number[] = [];
  for (let round = 0; round < 14; round++) counts.push(await sendDueInvitations());
  expect(counts.slice(0, 12)).toEqual(Array(12).fill(2));
  expect(counts.slice(12)).toEqual([0, 0]);
});

it.each(["ground", "joined_on", "left_on", "mail"])(
  "who lacks something by now (%s) is not written to, and holds up nobody",
  async (column) => {
    const other = await addInvitable(hr, "other@example.net");
    await invite([id, other]);
    await database.asOwner(`UPDATE leavers SET ${column} = NULL WHERE id = $1`, [id]);
    await sendDueInvitations();
    expect(smtp.received.flatMap(({ to }) => to)).toEqual(["<other@example.net>"]);
    expect(await found()).toMatchObject({ status: "revoked", mails: [{ state: "CANCELLED" }] });
  },
);

it("an invitation whose time is over is not sent", async () => {
  await invite([id]);
  await database.asOwner("UPDATE invitations SET expires_at = now() - interval '1 minute'");
  await sendDueInvitations();
  expect(smtp.received).toEqual([]);
});

it("a subject of which nothing is left is ours", async () => {
  await database.asOwner(`INSERT INTO invitation_texts (company_id, locale, subject, body, changed_by_id)
    SELECT id, 'ja', '{department}の皆さまへ', '本文', gen_random_uuid() FROM companies WHERE slug = 'aoba'`);
  await invite([id]);
  await sendDueInvitations();
  expect(smtp.received[0]?.message).toMatch(/^Subject: \S/m);
});

it("who was taken back, joined or erased meanwhile is not written to", async () => {
  const [joined, erased] = [
    await addInvitable(hr, "joined@example.net"),
    await addInvitable(hr, "erased@example.net"),
  ];
  await invite([id, joined, erased]);
  await revokeInvitations(hr, { of: { ids: [id] } }, today);
  await database.asOwner("UPDATE invitations SET state = 'JOINED' WHERE leaver_id = $1", [joined]);
  await database.asOwner("DELETE FROM leavers WHERE id = $1", [erased]);
  await sendDueInvitations();
  expect(smtp.received).toEqual([]);
});
