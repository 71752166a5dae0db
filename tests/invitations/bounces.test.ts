import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { bounceAddressOf } from "#lib/invitations/bounce-address.ts";
import { takeBounce } from "#lib/invitations/bounces.ts";
import { countInvitable, inviteLeavers } from "#lib/invitations/inviting.ts";
import { findInvitation } from "#lib/invitations/reading.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { addInvitable, beginInviting, today } from "./invited.ts";

process.env.BOUNCE_ADDRESS = "bounces@mail.example.com";
const database = openTestDatabase();
let hr: Viewer;
let leaverId: string;
let address: string;
const found = () => findInvitation(hr, leaverId);

/** As a mail server writes one. */
function report(to: string, lines: string[], header = "To"): string {
  return [
    "From: MAILER-DAEMON@mx.example.net",
    `${header}: ${to}`,
    "Subject: Undelivered Mail Returned to Sender",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "MIME-Version: 1.0",
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "I'm sorry to have to inform you that your message could not be delivered.",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example.net",
    "",
    "Final-Recipient: rfc822; haruka@example.net",
    ...lines,
    "",
    "--b",
    "Content-Type: message/rfc822",
    "",
    "Subject: invitation",
    "",
    "--b--",
    "",
  ].join("\r\n");
}
const gone = [
  "Action: failed",
  "Status: 5.1.1",
  "Diagnostic-Code: smtp; 550 5.1.1 <haruka@example.net>:",
  "    user unknown",
];

beforeAll(async () => {
  hr = await viewerOf(database, "yuki", "aoba");
});
beforeEach(async () => {
  await beginInviting(database);
  leaverId = await addInvitable(hr, "haruka@example.net");
  await inviteLeavers(hr, { of: { ids: [leaverId] }, locale: "ja", count: 1 }, today);
  await database.asOwner(
    "UPDATE invitation_mails SET state = 'SENT', sent_at = now(), address = 'haruka@example.net'",
  );
  await database.asOwner("UPDATE invitations SET state = 'SENT'");
  address = bounceAddressOf((await found())?.mails[0]?.id ?? "") ?? "";
});

it.each(["To", "Delivered-To", "X-Original-To"])(
  "a mail that came back is one, in the server's words (%s)",
  async (header) => {
    expect(await takeBounce(report(address, gone, header))).toBe("bounced");
    expect(await found()).toMatchObject({
      status: "bounced",
      mails: [{ state: "BOUNCED", answer: "5.1.1 550 5.1.1 <haruka@example.net>: user unknown" }],
    });
  },
);

it("one that is only late changes nothing", async () => {
  expect(await takeBounce(report(address, ["Action: delayed", "Status: 4.4.1"]))).toBe("late");
  expect(await found()).toMatchObject({ status: "sent" });
});

it("who has opened the invitation meanwhile was reached", async () => {
  await database.asOwner("UPDATE invitations SET state = 'OPENED', opened_at = now()");
  await takeBounce(report(address, gone));
  expect(await found()).toMatchObject({ status: "opened" });
});

it("one of an earlier mail does not undo a later one, and a corrected address may be written to at once", async () => {
  await takeBounce(report(address, gone));
  await database.asOwner("UPDATE leavers SET mail = 'new@example.net'");
  expect(await countInvitable(hr, { of: { ids: [leaverId] } }, today)).toEqual({
    invite: 1,
    remind: 0,
    left: {},
  });
  await inviteLeavers(hr, { of: { ids: [leaverId] }, locale: "ja", count: 1 }, today);
  await database.asOwner("UPDATE invitation_mails SET state = 'SENT', sent_at = now() WHERE address IS NULL");
  await database.asOwner("UPDATE invitation_mails SET state = 'SENT' WHERE state = 'BOUNCED'");
  await database.asOwner("UPDATE invitations SET state = 'SENT'");
  await takeBounce(report(address, gone));
  expect(await found()).toMatchObject({ status: "sent" });
});

it("what is no report, and an address that we did not make, change nothing", async () => {
  const forged = address.replace(/\.[0-9a-f]{16}@/, ".0000000000000000@");
  expect(await takeBounce(report(forged, gone))).toBe("not-ours");
  expect(await takeBounce(report("bounces@mail.example.com", gone))).toBe("not-ours");
  expect(
    await takeBounce(`From: a@example.net\r\nTo: ${address}\r\nSubject: 不在\r\n\r\n休暇中です。\r\n`),
  ).toBe("not-ours");
  expect(await takeBounce("")).toBe("not-ours");
  expect(await found()).toMatchObject({ status: "sent" });
});
