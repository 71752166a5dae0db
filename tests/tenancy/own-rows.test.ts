import { beforeAll, describe, expect, it } from "vitest";
import type { Account, Viewer } from "#lib/auth/schema.ts";
import { withAccount } from "#lib/auth/scopes.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { type Scope, withScope } from "#lib/db.ts";
import { people } from "#prisma/world.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, signIn, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();

// What a statement under the serving role may write: only what its member could write through the app as well.
let sakura: Viewer;
let kosakuId: string;
let threadId: string;

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  kosakuId = await memberIdOf(database, "kosaku", "aoba");
  threadId = await openDirectThread(sakura, kosakuId);
});

describe("a membership", () => {
  const change = (scope: Scope, memberId: string, status: string) =>
    withScope(scope, (tx) =>
      tx.$executeRawUnsafe(`UPDATE members SET status = '${status}' WHERE id = '${memberId}'`),
    );

  it("is not changed by its own member, in whatever way they are one", async () => {
    for (const set of ["status = 'SUSPENDED'", "status = 'ACTIVE'", "joined_at = 'epoch'"])
      expect(
        await database.asViewer(sakura, `UPDATE members SET ${set} WHERE id = $1 RETURNING id`, [
          sakura.memberId,
        ]),
      ).toEqual([]);
  });

  it("that was suspended does not come back, whoever asks for it in the member's name", async () => {
    const memberId = await memberIdOf(database, "tsuyoshi", "aoba");
    expect(await change({ companyId: sakura.companyId, memberId }, memberId, "ACTIVE")).toBe(0);
    const [row] = await database.asOwner("SELECT status FROM members WHERE id = $1", [memberId]);
    expect(row).toEqual({ status: "SUSPENDED" });
  });

  it("that somebody is invited to is begun by them alone, and becomes nothing else", async () => {
    const memberId = await memberIdOf(database, "shiori", "aoba");
    const own = { companyId: sakura.companyId, memberId };
    for (const [status, said] of [
      ["SUSPENDED", "row-level security"],
      ["INVITED", "row-level security"],
    ] as const)
      await expect(change(own, memberId, status)).rejects.toThrow(said);
    for (const other of [{ ...own, memberId: kosakuId }, { memberId }, { companyId: own.companyId }])
      expect(await change(other, memberId, "ACTIVE")).toBe(0);
    expect(await change(own, memberId, "ACTIVE")).toBe(1);
  });
});

it("a line of the feed tells of who writes it", async () => {
  const write = (memberId: string) =>
    database.asViewer(
      sakura,
      "INSERT INTO feed_events (company_id, id, kind, member_id) VALUES ($1, gen_random_uuid(), 'JOINED', $2) RETURNING member_id",
      [sakura.companyId, memberId],
    );
  await expect(write(kosakuId)).rejects.toThrow("row-level security");
  expect(await write(sakura.memberId)).toEqual([{ member_id: sakura.memberId }]);
});

it("a message is not inserted: only a notice of what one did oneself", async () => {
  const write = (kind: string, authorId: string) =>
    database.asViewer(
      sakura,
      `INSERT INTO chat_messages (company_id, thread_id, number, revision, id, author_id, client_id, kind, text)
        VALUES ($1, $2, 99, 99, gen_random_uuid(), $3, gen_random_uuid(), $4, '') RETURNING kind`,
      [sakura.companyId, threadId, authorId, kind],
    );
  await expect(write("TEXT", sakura.memberId)).rejects.toThrow("row-level security");
  await expect(write("NOTICE", kosakuId)).rejects.toThrow("row-level security");
  expect(await write("NOTICE", sakura.memberId)).toEqual([{ kind: "NOTICE" }]);
});

describe("a mail", () => {
  let account: Account;
  beforeAll(async () => {
    ({ account } = await signIn(database, "sakura"));
  });
  const mail = (to: string) =>
    `INSERT INTO mails (id, "to", subject, html, text) VALUES (gen_random_uuid(), '${to}', 's', 'h', 't')`;

  it("is written by no member, account or stranger, to others or to themselves", async () => {
    for (const to of [people.hannah.email, people.sakura.email]) {
      await expect(database.asViewer(sakura, mail(to))).rejects.toThrow("row-level security");
      await expect(database.asApp({}, mail(to))).rejects.toThrow("row-level security");
      await expect(withAccount(account, (tx) => tx.$executeRawUnsafe(mail(to)))).rejects.toThrow(
        "row-level security",
      );
    }
  });

  it("of a sign-in goes to the address that was typed, and to no other", async () => {
    const write = (scope: Scope, to: string) => withScope(scope, (tx) => tx.$executeRawUnsafe(mail(to)));
    const { email } = people.sakura;
    await expect(write({ email }, people.hannah.email)).rejects.toThrow("row-level security");
    for (const process of ["sign-in", "mailbox"] as const)
      await expect(write({ process }, email)).rejects.toThrow("row-level security");
    expect(await write({ email }, email)).toBe(1);
    expect(await write({ process: "every-company" }, email)).toBe(1);
  });
});
