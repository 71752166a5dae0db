import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase({ pool: 2 });
const viewers: Viewer[] = [];

beforeAll(async () => {
  viewers.push(await viewerOf(database, "sakura", "aoba"), await viewerOf(database, "hannah", "larkfield"));
});

describe("two companies over a pool of two connections", () => {
  it("never see each other, with aborted transactions between", async () => {
    const rounds = Array.from({ length: 200 }, (_, index) => index);
    const seen = await Promise.all(
      rounds.map(async (index) => {
        const viewer = viewers[index % 2];
        if (!viewer) throw new Error("no viewer");
        if (index % 5 === 4) return abort(viewer, index % 10 === 4);
        const companies = await withViewer(viewer, (tx) =>
          tx.member.findMany({ distinct: ["companyId"], select: { companyId: true } }),
        );
        expect(companies).toEqual([{ companyId: viewer.companyId }]);
        return "seen";
      }),
    );
    expect(seen.filter((outcome) => outcome === "seen")).toHaveLength(160);
    expect(seen.filter((outcome) => outcome === "aborted")).toHaveLength(40);
  });

  // Half of them break in the database, half in our code after a change that must not stay.
  async function abort(viewer: Viewer, inDatabase: boolean): Promise<"aborted"> {
    const broken = withViewer(viewer, async (tx) => {
      await tx.member.updateMany({ where: { id: viewer.memberId }, data: { joinedAt: new Date(0) } });
      if (inDatabase) await tx.$executeRaw`SELECT 1 / 0`;
      throw new Error("changed my mind");
    });
    await expect(broken).rejects.toThrow();
    const rows = await database.asOwner("SELECT FROM members WHERE joined_at = 'epoch'");
    expect(rows).toEqual([]);
    return "aborted";
  }
});

describe("a conversation, asked for by SQL under the app's role", () => {
  let threadId: string;
  let scopes: Record<"author" | "hr" | "stranger", Record<string, string>>;

  beforeAll(async () => {
    const sakura = await viewerOf(database, "sakura", "aoba");
    const kosaku = await viewerOf(database, "kosaku", "aoba");
    const yuki = await viewerOf(database, "yuki", "aoba");
    const hannah = await viewerOf(database, "hannah", "larkfield");
    threadId = await openDirectThread(sakura, kosaku.memberId);
    await sendMessage(sakura, { threadId, clientId: crypto.randomUUID(), text: "二人だけの話" });
    const scope = ({ companyId, memberId }: Viewer) => ({
      "app.company_id": companyId,
      "app.member_id": memberId,
    });
    scopes = { author: scope(sakura), hr: scope(yuki), stranger: scope(hannah) };
  });

  const questions = [
    ["messages", "SELECT text FROM chat_messages WHERE thread_id = $1"],
    ["threads", "SELECT id FROM chat_threads WHERE id = $1"],
    ["participants", "SELECT member_id FROM chat_participants WHERE thread_id = $1"],
  ] as const;

  it.each(questions)("%s are read by those in it", async (_, sql) => {
    expect(await database.asApp(scopes.author, sql, [threadId])).not.toEqual([]);
  });

  it.each(questions)("%s are not read by HR, nor by another company", async (_, sql) => {
    expect(await database.asApp(scopes.hr, sql, [threadId])).toEqual([]);
    expect(await database.asApp(scopes.stranger, sql, [threadId])).toEqual([]);
  });

  it("is not entered by HR: not by a row, not by a changed one, not by a message", async () => {
    const join = `INSERT INTO chat_participants (company_id, thread_id, member_id) VALUES (app_company_id(), $1, app_member_id())`;
    await expect(database.asApp(scopes.hr, join, [threadId])).rejects.toThrow("permission denied");
    const move = "UPDATE chat_participants SET member_id = app_member_id() WHERE thread_id = $1";
    await expect(database.asApp(scopes.hr, move, [threadId])).rejects.toThrow("permission denied");
    const write = `INSERT INTO chat_messages (company_id, thread_id, number, id, author_id, client_id, text)
      VALUES (app_company_id(), $1, 999, gen_random_uuid(), app_member_id(), gen_random_uuid(), 'hello')`;
    await expect(database.asApp(scopes.hr, write, [threadId])).rejects.toThrow("row-level security");
  });

  it("is not written to in another's name, nor changed afterwards", async () => {
    const forge = `INSERT INTO chat_messages (company_id, thread_id, number, id, author_id, client_id, text)
      SELECT app_company_id(), $1, 999, gen_random_uuid(), member_id, gen_random_uuid(), 'not me'
        FROM chat_participants WHERE thread_id = $1 AND member_id <> app_member_id()`;
    await expect(database.asApp(scopes.author, forge, [threadId])).rejects.toThrow("row-level security");
    const change = "UPDATE chat_messages SET text = 'never said' WHERE thread_id = $1";
    await expect(database.asApp(scopes.author, change, [threadId])).rejects.toThrow("permission denied");
  });

  it("read marks are moved by their own member alone", async () => {
    const rows = await database.asApp(
      scopes.author,
      "UPDATE chat_participants SET read_number = 0 WHERE thread_id = $1 RETURNING member_id",
      [threadId],
    );
    expect(rows).toEqual([{ member_id: scopes.author["app.member_id"] }]);
  });
});
