import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as refusal from "#app/api/i/[token]/refuse/route.ts";
import type { Account, Viewer } from "#lib/auth/schema.ts";
import { createSession, findSession } from "#lib/auth/sessions.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { inviteLeavers, revokeInvitations } from "#lib/invitations/inviting.ts";
import { invitationCodeHash, invitationTokenHash, newInvitationToken } from "#lib/invitations/links.ts";
import { findInvitation } from "#lib/invitations/reading.ts";
import {
  acceptInvitation,
  enterByInvitation,
  findOpenedInvitation,
  noteInvitationOpened,
  refuseInvitation,
} from "#lib/joining/links.ts";
import { typedLeaverSchema } from "#lib/leavers/record-input.ts";
import { addLeaver, mergeLeavers } from "#lib/leavers/writing.ts";
import { addInvitable, beginInviting, today } from "#tests/invitations/invited.ts";
import { typedLeaver } from "#tests/leavers/typed.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { signIn, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
const address = "192.0.2.7";
const code = "123456";
let hr: Viewer;
let leaverId: string;
let token: string;

const open = (of = token) => findOpenedInvitation(of);
const enter = (given = code, of = token) =>
  enterByInvitation({ token: of, code: given, locale: "ja", address, userAgent: "a test" });
const membersOf = (userId: string) =>
  database.asOwner("SELECT kind, role, status FROM members WHERE user_id = $1", [userId]);
const leaver = async () =>
  (
    await database.asOwner<{ member_id: string | null }>("SELECT member_id FROM leavers WHERE id = $1", [
      leaverId,
    ])
  )[0];

/** A link of the leaver's, as a mail carries it. */
async function addLink(): Promise<string> {
  const made = newInvitationToken();
  await database.asOwner(
    `INSERT INTO invitation_links (company_id, leaver_id, token_hash, mail_id, code_hash)
      SELECT company_id, leaver_id, $2, id, $3 FROM invitation_mails WHERE leaver_id = $1 LIMIT 1`,
    [leaverId, invitationTokenHash(made), invitationCodeHash(code, made)],
  );
  return made;
}

async function newAccount(): Promise<Account> {
  const userId = newId();
  await database.asOwner("INSERT INTO users (id, email) VALUES ($1, $2)", [userId, `${userId}@example.com`]);
  const session = await findSession(await createSession(userId, "a test"));
  if (!session) throw new Error("no session");
  return session.account;
}

beforeAll(async () => {
  hr = await viewerOf(database, "yuki", "aoba");
});
beforeEach(async () => {
  await beginInviting(database);
  await database.asOwner("DELETE FROM rate_limits");
  leaverId = await addInvitable(hr, "haruka@example.net");
  await inviteLeavers(hr, { of: { ids: [leaverId] }, locale: "ja", count: 1 }, today);
  await database.asOwner("UPDATE invitation_mails SET state = 'SENT', address = 'haruka@example.net'; ");
  await database.asOwner("UPDATE invitations SET state = 'SENT'");
  token = await addLink();
});

describe("a link", () => {
  it("says whose it is and who invites, and looking changes nothing", async () => {
    for (let look = 0; look < 3; look++)
      expect(await open()).toMatchObject({
        standing: "good",
        slug: "aoba",
        familyName: "青木",
        givenName: "遥",
        people: expect.any(Number),
        purposeJa: expect.any(String),
        sender: "人事部",
      });
    expect(await findInvitation(hr, leaverId)).toMatchObject({ status: "sent" });
    await noteInvitationOpened(token);
    expect(await findInvitation(hr, leaverId)).toMatchObject({ status: "opened" });
  });

  it("is the same however it is typed", async () => {
    const typed = token
      .toUpperCase()
      .replace(/(.{5})/g, "$1-")
      .replaceAll("0", "O")
      .replaceAll("1", "l");
    expect(await open(typed)).toMatchObject({ standing: "good" });
  });

  it("that never was, was taken back, or of somebody who was erased, are one and the same", async () => {
    expect(await open(newInvitationToken())).toBeNull();
    await revokeInvitations(hr, { of: { ids: [leaverId] } }, today);
    expect(await open()).toBeNull();
    await database.asOwner("DELETE FROM leavers");
    expect(await open()).toBeNull();
  });

  it("is over when its time is, waits for the last day, and tells no name once it is used", async () => {
    await database.asOwner("UPDATE invitations SET expires_at = now()");
    expect(await open()).toMatchObject({ standing: "over" });
    await database.asOwner("UPDATE invitations SET expires_at = '2199-01-01'");
    await database.asOwner("UPDATE leavers SET left_on = '2199-01-01'");
    expect(await open()).toMatchObject({ standing: "later" });
    await database.asOwner("UPDATE leavers SET left_on = '2020-03-31'");
    await acceptInvitation(await newAccount(), token);
    expect(await open()).toMatchObject({ standing: "used", familyName: null, givenName: null });
  });

  it.each(["deceased = true", "joined_on = NULL", "left_on = NULL"])(
    "is over when HR writes %s, and its code makes no account for nothing",
    async (change) => {
      await database.asOwner("DELETE FROM users WHERE email = 'haruka@example.net'");
      await database.asOwner(`UPDATE leavers SET ${change}`);
      expect(await open()).toMatchObject({ standing: "over" });
      await expect(enter()).rejects.toMatchObject({ fields: { link: "gone" } });
      expect(await database.asOwner("SELECT FROM users WHERE email = 'haruka@example.net'")).toEqual([]);
    },
  );
});

it("of a record that became another's leads to that one", async () => {
  const kept = await addInvitable(hr, "kept@example.net", { givenName: "葵" });
  const typed = typedLeaverSchema.parse(
    typedLeaver({
      familyName: "青木",
      givenName: "葵",
      mail: "kept@example.net",
      joinedOn: "2012-04-01",
      leftOn: "2020-03-31",
    }),
  );
  const merged = await mergeLeavers(
    hr,
    { kept: { id: kept, version: 1 }, other: { id: leaverId, version: 1 }, typed },
    today,
  );
  expect(merged).toMatchObject({ outcome: "written" });
  expect(await open()).toMatchObject({ standing: "good", givenName: "葵" });
  expect(await findInvitation(hr, kept)).toMatchObject({ status: "sent", mails: [{ state: "SENT" }] });
});

describe("the code beside it", () => {
  beforeEach(() => database.asOwner("DELETE FROM users WHERE email = 'haruka@example.net'"));

  it("makes an account for the address that the mail went to, and signs it in", async () => {
    await database.asOwner("UPDATE leavers SET mail = 'changed@example.net'");
    const entered = await enter();
    const session = "session" in entered ? await findSession(entered.session) : null;
    expect(session?.account).toMatchObject({ email: "haruka@example.net", locale: "ja" });
    expect(session?.memberships).toEqual([]);
    expect(await leaver()).toEqual({ member_id: null });
  });

  it("signs in to no account that is there already, and leaves it as it is", async () => {
    await database.asOwner(
      "INSERT INTO users (id, email, locale) VALUES (gen_random_uuid(), 'haruka@example.net', 'en')",
    );
    expect(await enter()).toEqual({ email: "haruka@example.net" });
    expect(await database.asOwner("SELECT locale FROM users WHERE email = 'haruka@example.net'")).toEqual([
      { locale: "en" },
    ]);
    expect(
      await database.asOwner(
        "SELECT FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = 'haruka@example.net'",
      ),
    ).toEqual([]);
  });

  it("is tried five times in all, also at the same moment", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => enter("000000")));
    const said = tries.map(
      (one) => one.status === "rejected" && one.reason instanceof Invalid && one.reason.fields.code,
    );
    expect(said.filter((one) => one === "code")).toHaveLength(4);
    expect(said.filter((one) => one === "spent")).toHaveLength(4);
    await expect(enter()).rejects.toMatchObject({ fields: { code: "spent" } });
  });

  it("is of no other link", async () => {
    await expect(enter(code, newInvitationToken())).rejects.toMatchObject({ fields: { link: "gone" } });
    await revokeInvitations(hr, { of: { ids: [leaverId] } }, today);
    await expect(enter()).rejects.toMatchObject({ fields: { link: "gone" } });
  });
});

describe("taking it", () => {
  it("makes an invited member of the leaver, with what HR recorded, whom nobody sees", async () => {
    const account = await newAccount();
    expect(await acceptInvitation(account, token)).toBe("aoba");
    expect(await membersOf(account.userId)).toEqual([{ kind: "ALUMNUS", role: "MEMBER", status: "INVITED" }]);
    const member = (await leaver())?.member_id;
    const [profile] = await database.asOwner(
      "SELECT family_name, given_name, joined_on::text, left_on::text FROM profiles WHERE member_id = $1",
      [member],
    );
    expect(profile).toEqual({
      family_name: "青木",
      given_name: "遥",
      joined_on: "2012-04-01",
      left_on: "2020-03-31",
    });
    expect(await findInvitation(hr, leaverId)).toMatchObject({ status: "joined", memberId: member });
  });

  it("fifty at once make one member", async () => {
    const accounts = await Promise.all(Array.from({ length: 50 }, newAccount));
    const tries = await Promise.allSettled(accounts.map((account) => acceptInvitation(account, token)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const members = await database.asOwner("SELECT FROM members WHERE user_id = ANY ($1)", [
      accounts.map(({ userId }) => userId),
    ]);
    expect(members).toHaveLength(1);
  });

  it("by another link of the same invitation is as much too late", async () => {
    const other = await addLink();
    await acceptInvitation(await newAccount(), token);
    await expect(acceptInvitation(await newAccount(), other)).rejects.toBeInstanceOf(NotFound);
  });

  it.each(["sakura", "tsuyoshi", "shiori"] as const)(
    "an account that is a member there already (%s) stays what it is, and uses nothing up",
    async (name) => {
      const { account } = await signIn(database, name);
      const before = await membersOf(account.userId);
      await expect(acceptInvitation(account, token)).rejects.toMatchObject({ fields: { account: "member" } });
      expect(await membersOf(account.userId)).toEqual(before);
      expect(await open()).toMatchObject({ standing: "good" });
    },
  );

  it("an account of another company becomes a member of this one too", async () => {
    const { account } = await signIn(database, "hannah");
    await acceptInvitation(account, token);
    expect(await membersOf(account.userId)).toHaveLength(2);
    await database.asOwner("DELETE FROM leavers");
    await database.asOwner("DELETE FROM members WHERE user_id = $1 AND status = 'INVITED'", [account.userId]);
  });

  it("not where it was taken back, is over, too early, or the company is suspended", async () => {
    const account = await newAccount();
    const refused = async () => expect(acceptInvitation(account, token)).rejects.toBeInstanceOf(NotFound);
    await database.asOwner("UPDATE invitations SET expires_at = now()");
    await refused();
    await database.asOwner("UPDATE invitations SET expires_at = '2199-01-01'");
    await database.asOwner("UPDATE leavers SET left_on = '2199-01-01'");
    await refused();
    await database.asOwner("UPDATE leavers SET left_on = '2020-03-31'");
    await database.asOwner("UPDATE companies SET status = 'SUSPENDED' WHERE slug = 'aoba'");
    await refused();
    await database.asOwner("UPDATE companies SET status = 'ACTIVE' WHERE slug = 'aoba'");
    await revokeInvitations(hr, { of: { ids: [leaverId] } }, today);
    await refused();
    expect(await membersOf(account.userId)).toEqual([]);
  });
});

describe("refusing", () => {
  it("erases the record at once, keeps nothing that tells who it was, and they are not taken in again", async () => {
    await refuseInvitation(token);
    expect(await database.asOwner("SELECT FROM leavers")).toEqual([]);
    expect(await database.asOwner("SELECT FROM invitations")).toEqual([]);
    const kept = await database.asOwner<{ row: string }>(
      "SELECT to_jsonb(r)::text AS row FROM leaver_refusals r",
    );
    expect(kept).toHaveLength(1);
    for (const word of ["青木", "haruka", "2012"]) expect(kept[0]?.row).not.toContain(word);
    const again = typedLeaverSchema.parse(
      typedLeaver({ familyName: "青木", givenName: "遥", mail: "haruka@example.net" }),
    );
    await expect(addLeaver(hr, { typed: again }, today)).resolves.toMatchObject({ outcome: "refused" });
  });

  it("goes by a mail program's own press, from nowhere; following the address refuses nothing", async () => {
    const asked = { params: Promise.resolve({ token }) };
    const request = new Request(`http://localhost/api/i/${token}/refuse`);
    const led = await refusal.GET(request, asked);
    expect([led.status, led.headers.get("location")]).toEqual([303, `/i/${token}/refuse`]);
    expect(await leaver()).toBeDefined();
    expect((await refusal.POST(request, asked)).status).toBe(204);
    expect(await leaver()).toBeUndefined();
    expect((await refusal.POST(request, asked)).status).toBe(404);
  });

  it("is done once, and not by who has joined", async () => {
    await refuseInvitation(token);
    await expect(refuseInvitation(token)).rejects.toBeInstanceOf(NotFound);
  });

  it("not after they have joined: they may leave", async () => {
    await acceptInvitation(await newAccount(), token);
    await expect(refuseInvitation(token)).rejects.toBeInstanceOf(NotFound);
    expect(await leaver()).toBeDefined();
  });
});

it("one who joins just as HR erases the record, or as a mail's answer comes, waits for them and never in a circle", async () => {
  const erase = () => database.asOwner("DELETE FROM leavers WHERE id = $1 AND member_id IS NULL", [leaverId]);
  for (let round = 0; round < 8; round++) {
    await beginInviting(database);
    leaverId = await addInvitable(hr, "haruka@example.net");
    await inviteLeavers(hr, { of: { ids: [leaverId] }, locale: "ja", count: 1 }, today);
    token = await addLink();
    const account = await newAccount();
    const done = await Promise.allSettled([
      acceptInvitation(account, token),
      erase(),
      refuseInvitation(token),
      revokeInvitations(hr, { of: { ids: [leaverId] } }, today),
    ]);
    for (const one of done) if (one.status === "rejected") expect(one.reason).toBeInstanceOf(NotFound);
    const members = await membersOf(account.userId);
    expect(members).toHaveLength(done[0]?.status === "fulfilled" ? 1 : 0);
  }
});
