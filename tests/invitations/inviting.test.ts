import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { NotFound } from "#lib/errors.ts";
import {
  countInvitable,
  inviteLeavers,
  resendInvitation,
  revokeInvitations,
} from "#lib/invitations/inviting.ts";
import { countInvitations, findInvitation } from "#lib/invitations/reading.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { addInvitable, beginInviting, today } from "./invited.ts";

const database = openTestDatabase();
let hr: Viewer;
let other: Viewer;

const invite = (ids: string[], count: number, by = hr) =>
  inviteLeavers(by, { of: { ids }, locale: "each", count }, today);
const count = (ids: string[]) => countInvitable(hr, { of: { ids } }, today);
const mails = () =>
  database.asOwner<{ reminder: boolean; locale: string; state: string; due: boolean }>(
    "SELECT reminder, locale, state, due_at <= now() AS due FROM invitation_mails ORDER BY id",
  );
const sent = (leaverId: string, days: number) =>
  database.asOwner(
    `WITH m AS (UPDATE invitation_mails SET state = 'SENT', sent_at = now() - make_interval(days => $2) WHERE leaver_id = $1 AND state = 'QUEUED')
      UPDATE invitations SET state = 'SENT' WHERE leaver_id = $1`,
    [leaverId, days],
  );

beforeAll(async () => {
  hr = await viewerOf(database, "yuki", "aoba");
  other = await viewerOf(database, "koji", "aoba");
});
beforeEach(() => beginInviting(database));

it("queues one mail for each, in the language of their name", async () => {
  const ids = [
    await addInvitable(hr, "a@example.net"),
    await addInvitable(hr, "b@example.net", { familyName: "O’Neil", givenName: "Zoë" }),
  ];
  expect(await count(ids)).toEqual({ invite: 2, remind: 0, left: {} });
  expect(await invite(ids, 2)).toEqual({ invited: 2, reminded: 0 });
  expect((await mails()).map(({ locale }) => locale).sort()).toEqual(["en", "ja"]);
  expect(await mails()).toEqual(
    Array(2).fill(expect.objectContaining({ reminder: false, state: "QUEUED", due: true })),
  );
  expect(await findInvitation(hr, ids[0] ?? "")).toMatchObject({ status: "queued", reminders: 0 });
});

it("leaves out, by reason, whom it can't or mustn't write to", async () => {
  const ids = [
    await addInvitable(hr, ""),
    await addInvitable(hr, "dead@example.net", { deceased: true }),
    await addInvitable(hr, "days@example.net", { joinedOn: "" }),
    await addInvitable(hr, "ground@example.net", { ground: null, groundOn: "", groundDocument: "" }),
    await addInvitable(hr, "two@example.net"),
    await addInvitable(hr, "second@example.net", { givenName: "翔" }),
    await addInvitable(hr, "back@example.net"),
    await addInvitable(hr, "fine@example.net"),
  ];
  // Two of one address come by imports alone.
  await database.asOwner("UPDATE leavers SET mail = 'two@example.net' WHERE mail = 'second@example.net'");
  await invite(ids.slice(6, 7), 1);
  await database.asOwner("UPDATE invitation_mails SET state = 'BOUNCED', address = 'back@example.net'");
  expect(await count(ids)).toEqual({
    invite: 1,
    remind: 0,
    left: { "no-mail": 1, deceased: 1, "no-days": 1, "no-ground": 1, shared: 2, bounced: 1 },
  });
  expect(await invite(ids, 1)).toEqual({ invited: 1, reminded: 0 });
});

it("sends nothing where by now it would be others than HR was told", async () => {
  const ids = [await addInvitable(hr, "a@example.net"), await addInvitable(hr, "b@example.net")];
  await expect(invite(ids, 1)).rejects.toMatchObject({ fields: { count: "changed" } });
  expect(await mails()).toEqual([]);
});

it("wants to know who the mails are from, and the purpose", async () => {
  const ids = [await addInvitable(hr, "a@example.net")];
  await database.asOwner("DELETE FROM company_senders");
  await expect(invite(ids, 1)).rejects.toMatchObject({ fields: { sender: "missing" } });
  await beginInviting(database);
  const kept = await database.asOwner("DELETE FROM company_purposes RETURNING *");
  await expect(invite([await addInvitable(hr, "a@example.net")], 1)).rejects.toMatchObject({
    fields: { purpose: "missing" },
  });
  await database.asOwner(
    "INSERT INTO company_purposes SELECT * FROM json_populate_recordset(NULL::company_purposes, $1)",
    [JSON.stringify(kept)],
  );
});

it("of two of HR at once writes to each leaver once", async () => {
  const ids = [await addInvitable(hr, "a@example.net"), await addInvitable(hr, "b@example.net")];
  const answers = await Promise.allSettled([invite(ids, 2), invite(ids, 2, other), invite(ids, 2)]);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await mails()).toHaveLength(2);
});

it("reminds after a pause, twice at most, and invites anew when its time is over", async () => {
  const id = await addInvitable(hr, "a@example.net");
  await invite([id], 1);
  await sent(id, 13);
  expect(await count([id])).toEqual({ invite: 0, remind: 0, left: { recent: 1 } });
  for (const reminder of [1, 2]) {
    await sent(id, 0);
    await database.asOwner("UPDATE invitation_mails SET sent_at = now() - interval '15 days'");
    expect(await invite([id], 1)).toEqual({ invited: 0, reminded: 1 });
    expect(await findInvitation(hr, id)).toMatchObject({ status: "sent", reminders: reminder });
  }
  await sent(id, 15);
  expect((await count([id])).left).toEqual({ recent: 1 });
  await database.asOwner("UPDATE invitations SET expires_at = now() - interval '1 day'");
  expect(await findInvitation(hr, id)).toMatchObject({ status: "expired" });
  expect(await invite([id], 1)).toEqual({ invited: 1, reminded: 0 });
  expect(await findInvitation(hr, id)).toMatchObject({ status: "queued", reminders: 0 });
});

it("writes to who leaves later on the morning of their last day", async () => {
  const id = await addInvitable(hr, "a@example.net", { leftOn: "2099-03-31" });
  await invite([id], 1);
  const [mail] = await database.asOwner("SELECT due_at FROM invitation_mails");
  expect(mail).toEqual({ due_at: new Date("2099-03-31T00:00:00Z") });
  expect((await findInvitation(hr, id))?.expiresAt).toBe("2099-05-30T00:00:00.000Z");
});

describe("again", () => {
  it("one gets another mail at once, also where the last came back or nobody knows", async () => {
    const id = await addInvitable(hr, "a@example.net");
    await invite([id], 1);
    await expect(resendInvitation(hr, { leaverId: id, locale: "ja" })).rejects.toMatchObject({
      fields: { leaver: "recent" },
    });
    for (const state of ["SENT", "UNSURE", "BOUNCED"]) {
      await database.asOwner(
        `UPDATE invitation_mails SET state = '${state}', address = 'a@example.net' WHERE state = 'QUEUED'`,
      );
      await resendInvitation(hr, { leaverId: id, locale: "ja" });
    }
    expect(await mails()).toHaveLength(4);
  });

  it("nobody is written to who has no address or is not there", async () => {
    const id = await addInvitable(hr, "");
    await expect(resendInvitation(hr, { leaverId: id, locale: "ja" })).rejects.toMatchObject({
      fields: { leaver: "no-mail" },
    });
    await expect(
      resendInvitation(hr, { leaverId: crypto.randomUUID(), locale: "ja" }),
    ).rejects.toBeInstanceOf(NotFound);
  });
});

it("what is taken back is not sent, and may be sent anew", async () => {
  const id = await addInvitable(hr, "a@example.net");
  await invite([id], 1);
  expect(await revokeInvitations(hr, { of: { ids: [id] } }, today)).toBe(1);
  expect(await mails()).toEqual([expect.objectContaining({ state: "CANCELLED" })]);
  expect(await countInvitations(hr)).toMatchObject({
    statuses: { revoked: 1, queued: 0 },
    waiting: 0,
    refused: null,
  });
  expect(await invite([id], 1)).toEqual({ invited: 1, reminded: 0 });
});
