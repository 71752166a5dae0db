import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { setReaction } from "#lib/chat/changes.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { newId } from "#lib/ids.ts";
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
      const { companyId, memberId } = viewer;
      await tx.feedEvent.create({
        data: { companyId, memberId, id: newId(), kind: "JOINED", occurredAt: new Date(0) },
      });
      if (inDatabase) await tx.$executeRaw`SELECT 1 / 0`;
      throw new Error("changed my mind");
    });
    await expect(broken).rejects.toThrow(inDatabase ? "division by zero" : "changed my mind");
    const rows = await database.asOwner("SELECT FROM feed_events WHERE occurred_at = 'epoch'");
    expect(rows).toEqual([]);
    return "aborted";
  }
});

describe("a conversation, asked for by SQL under the app's role", () => {
  let threadId: string;
  let author: Viewer;
  let hr: Viewer;
  let stranger: Viewer;

  beforeAll(async () => {
    author = await viewerOf(database, "sakura", "aoba");
    hr = await viewerOf(database, "yuki", "aoba");
    stranger = await viewerOf(database, "hannah", "larkfield");
    const kosaku = await viewerOf(database, "kosaku", "aoba");
    threadId = await openDirectThread(author, kosaku.memberId);
    const text = "二人だけの話";
    const { number } = await sendMessage(author, {
      threadId,
      clientId: crypto.randomUUID(),
      text,
      mentions: [],
      files: [],
    });
    await setReaction(kosaku, { threadId, number, emoji: "🤫", on: true });
    await database.asOwner(
      `WITH file AS (INSERT INTO files (company_id, id, domain, uploader_id, name, type, size, given_at)
        VALUES ($1, gen_random_uuid(), 'CHAT', $3, '秘密.pdf', 'application/pdf', 1, now()) RETURNING company_id, id)
        INSERT INTO chat_files (company_id, file_id, thread_id, number) SELECT company_id, id, $2, $4 FROM file`,
      [author.companyId, threadId, kosaku.memberId, number],
    );
  });

  const questions = [
    ["messages", "SELECT text FROM chat_messages WHERE thread_id = $1"],
    ["threads", "SELECT id FROM chat_threads WHERE id = $1"],
    ["participants", "SELECT member_id FROM chat_participants WHERE thread_id = $1"],
    ["places", "SELECT member_id FROM chat_places WHERE thread_id = $1"],
    ["reactions", "SELECT emoji FROM chat_reactions WHERE thread_id = $1"],
    ["files", "SELECT file_id FROM chat_files WHERE thread_id = $1"],
    [
      "names of files",
      "SELECT name FROM files JOIN chat_files c ON c.company_id = files.company_id AND c.file_id = files.id WHERE thread_id = $1",
    ],
    ["read marks", "SELECT member_id FROM list_shared_marks($1)"],
  ] as const;

  it.each(questions)("%s are read by those in it", async (_, sql) => {
    expect(await database.asViewer(author, sql, [threadId])).not.toEqual([]);
  });

  it.each(questions)("%s are not read by HR, nor by another company", async (_, sql) => {
    expect(await database.asViewer(hr, sql, [threadId])).toEqual([]);
    expect(await database.asViewer(stranger, sql, [threadId])).toEqual([]);
  });

  it("is not entered by HR: not by a row, not by a changed one, not by a message", async () => {
    const refused = [
      "INSERT INTO chat_participants (company_id, thread_id, member_id) VALUES (app_company_id(), $1, app_member_id())",
      "UPDATE chat_participants SET member_id = app_member_id() WHERE thread_id = $1",
      "INSERT INTO chat_places (company_id, thread_id, member_id) VALUES (app_company_id(), $1, app_member_id())",
    ];
    for (const sql of refused)
      await expect(database.asViewer(hr, sql, [threadId]), sql).rejects.toThrow("permission denied");
    const forbidden = [
      `INSERT INTO chat_messages (company_id, thread_id, number, revision, id, author_id, client_id, text)
        VALUES (app_company_id(), $1, 999, 999, gen_random_uuid(), app_member_id(), gen_random_uuid(), 'hello')`,
      "INSERT INTO chat_reactions (company_id, thread_id, number, member_id, emoji) VALUES (app_company_id(), $1, 1, app_member_id(), '👍')",
      "INSERT INTO chat_files (company_id, file_id, thread_id) VALUES (app_company_id(), gen_random_uuid(), $1)",
    ];
    for (const sql of forbidden)
      await expect(database.asViewer(hr, sql, [threadId]), sql).rejects.toThrow("row-level security");
    const nothing = [
      "UPDATE chat_threads SET name = 'ours now' WHERE id = $1 RETURNING id",
      "UPDATE chat_places SET read_number = 0 WHERE thread_id = $1 RETURNING thread_id",
      "DELETE FROM files USING chat_files c WHERE c.file_id = files.id AND c.thread_id = $1 RETURNING id",
      "DELETE FROM chat_reactions WHERE thread_id = $1 RETURNING emoji",
      "SELECT touch_message($1, 1) AS revision WHERE touch_message($1, 1) IS NOT NULL",
      "SELECT 1 WHERE add_to_group($1, ARRAY[app_member_id()]) IS NOT NULL",
      "SELECT 1 WHERE leave_group($1, app_member_id()) OR answer_chat_request($1, true)",
    ];
    const marks = () =>
      database.asOwner("SELECT member_id, read_number FROM chat_places WHERE thread_id = $1 ORDER BY 1", [
        threadId,
      ]);
    const before = await marks();
    for (const viewer of [hr, stranger, author])
      for (const number of [1, 2, 999])
        await database.asViewer(viewer, "SELECT pass_notice($1, $2)", [threadId, number]);
    expect(await marks()).toEqual(before);
    for (const sql of nothing) expect(await database.asViewer(hr, sql, [threadId]), sql).toEqual([]);
  });

  it("is not written to in another's name, nor are another's words changed or taken away", async () => {
    const forge = `INSERT INTO chat_messages (company_id, thread_id, number, revision, id, author_id, client_id, text)
      SELECT app_company_id(), $1, 999, 999, gen_random_uuid(), member_id, gen_random_uuid(), 'not me'
        FROM chat_participants WHERE thread_id = $1 AND member_id <> app_member_id()`;
    await expect(database.asViewer(author, forge, [threadId])).rejects.toThrow("row-level security");
    const changed = await database.asViewer<{ author_id: string }>(
      author,
      "UPDATE chat_messages SET text = 'never said' WHERE thread_id = $1 RETURNING author_id",
      [threadId],
    );
    expect(new Set(changed.map(({ author_id }) => author_id))).toEqual(new Set([author.memberId]));
    const taken = "DELETE FROM chat_messages WHERE thread_id = $1";
    await expect(database.asViewer(author, taken, [threadId])).rejects.toThrow("permission denied");
    const others =
      "DELETE FROM files USING chat_files c WHERE c.file_id = files.id AND c.thread_id = $1 RETURNING id";
    expect(await database.asViewer(author, others, [threadId])).toEqual([]);
    const marks = "DELETE FROM chat_reactions WHERE thread_id = $1 RETURNING emoji";
    expect(await database.asViewer(author, marks, [threadId])).toEqual([]);
  });

  it("is sent to in nobody's name but that of a living session", async () => {
    const [kosaku] = await database.asOwner<{ member: string; company: string }>(
      "SELECT member_id AS member, company_id AS company FROM chat_participants WHERE thread_id = $1 AND member_id <> $2",
      [threadId, author.memberId],
    );
    const [session] = await database.asOwner<{ id: string }>(
      "SELECT s.id FROM sessions s JOIN members m ON m.user_id = s.user_id WHERE m.id = $1",
      [author.memberId],
    );
    for (const forged of [
      { session: session?.id },
      { session: crypto.randomUUID() },
      { company: crypto.randomUUID() },
    ]) {
      const message = {
        ...kosaku,
        ...forged,
        thread: threadId,
        client: crypto.randomUUID(),
        id: crypto.randomUUID(),
        text: "not me",
        folded: "",
        mentions: [],
        files: [],
      };
      const rows = await database.asViewer(author, "SELECT outcome FROM send_messages($1, true, false)", [
        JSON.stringify([message]),
      ]);
      expect(rows).toEqual([{ outcome: "not-found" }]);
    }
  });

  it("read marks are moved by their own member alone", async () => {
    const rows = await database.asViewer(
      author,
      "UPDATE chat_places SET read_number = 0 WHERE thread_id = $1 RETURNING member_id",
      [threadId],
    );
    expect(rows).toEqual([{ member_id: author.memberId }]);
  });
});
