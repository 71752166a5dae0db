import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { listMessagesBefore, sendMessage } from "#lib/chat/messages.ts";
import { searchMessages } from "#lib/chat/search.ts";
import { listThreads } from "#lib/chat/thread-list.ts";
import { findThread } from "#lib/chat/threads.ts";
import { NotFound } from "#lib/errors.ts";
import { countTraces, leaveCompany } from "#lib/leaving/leaving.ts";
import { stopMails, stopToken } from "#lib/notifications/stopping.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { findPerson } from "#lib/people/people.ts";
import { notificationSources } from "#lib/registry/notifications.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { makeSomebody, type Somebody, words } from "./somebody.ts";

/** Nothing in them is a member's: what is counted over a company or said by it, records of people who are no members, keyed hashes, what the tools keep. */
const nobodys = [
  "companies",
  "company_fields",
  "company_limits",
  "company_purposes",
  "directory_counts",
  "facet_counts",
  "company_senders",
  "invitation_texts",
  // Of a leaver, and gone with the record.
  "invitations",
  "invitation_links",
  "invitation_mails",
  "leaver_refusals",
  "leaver_refusal_keys",
  "rate_limits",
  "scope_keys",
  "_prisma_migrations",
];
/** Where the id of a member who left goes on standing, for what is in others' conversations, and which of them a row of theirs must be in. */
const staying = ["members", "chat_participants", "chat_messages", "chat_reactions", "chat_threads", "files"];

type Dump = { table: string; row: string }[];

/** Every row of every table, queues included, as text. */
async function dump(database: TestDatabase): Promise<Dump> {
  const tables = await database.asOwner<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relkind IN ('r', 'm')
      AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'pgboss'))`,
  );
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await database.asOwner<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`);
      return rows.map(({ row }) => ({ table: name, row }));
    }),
  );
  return found.flat();
}

const holding = (rows: Dump, secrets: readonly string[]) =>
  rows.filter(({ row }) => secrets.some((secret) => row.includes(secret)));
const tablesOf = (rows: Dump) => [...new Set(rows.map(({ table }) => table))].sort();

/** What holds once somebody has left the company, or has deleted their account. `go`: does it. Ask for it once in a file. */
export function checkNothingIsLeft(
  database: TestDatabase,
  way: "leaves" | "deletes the account",
  go: (one: Somebody) => Promise<void>,
): void {
  describe(`when somebody ${way}`, () => {
    let one: Somebody;
    let email: string;
    let before: Dump;
    let after: Dump;
    let photos: string[];

    beforeAll(async () => {
      one = await makeSomebody(database);
      email = one.account.email;
      photos = (
        await database.asOwner<{ id: string }>(
          "SELECT id FROM files WHERE uploader_id = $1 AND (domain <> 'CHAT' OR given_at IS NULL)",
          [one.viewer.memberId],
        )
      ).map(({ id }) => id);
      before = await dump(database);
      await go(one);
      after = await dump(database);
    });

    it("they had something in every table", () => {
      const { memberId, userId } = one.viewer;
      const own = holding(before, [memberId, userId, email, ...one.line.files.map(({ id }) => id), ...words]);
      const tables = tablesOf(before).filter((table) => !table.startsWith("pgboss."));
      expect(tables.filter((table) => !nobodys.includes(table))).toEqual(
        tablesOf(own).filter((table) => !table.startsWith("pgboss.") && !nobodys.includes(table)),
      );
    });

    it("every spelling of their name and all that they wrote of themselves stood somewhere", () => {
      for (const word of words) expect(holding(before, [word]).length, word).toBeGreaterThan(0);
    });

    it("no word of theirs is left but what is in others' conversations", () => {
      expect(holding(after, words)).toEqual([]);
      expect(holding(after, photos)).toEqual([]);
    });

    it("their id stands by what stays, and the account by none of it", () => {
      const rows = holding(after, [one.viewer.memberId]);
      expect(tablesOf(rows)).toEqual([...staying].sort());
      expect(holding(rows, [one.viewer.userId, email])).toEqual([]);
      const [member] = rows.filter(({ table }) => table === "members");
      expect(JSON.parse(member?.row ?? "")).toMatchObject({
        status: "LEFT",
        role: "MEMBER",
        user_id: null,
        joined_at: null,
        welcomed_at: null,
      });
    });

    it("no file of theirs is left but those that others were given", () => {
      const files = globSync(join(database.uploads, "*", "*"));
      expect(files.filter((file) => photos.some((id) => basename(file).startsWith(id)))).toEqual([]);
      expect(
        files
          .map((file) => readFileSync(file, "utf8"))
          .filter((text) => words.some((word) => text.includes(word))),
      ).toEqual([]);
      expect(files.some((file) => readFileSync(file, "utf8") === "資料")).toBe(true);
    });

    it("the account stays, or is nowhere", () => {
      const { userId, sessionId } = one.account;
      const rows = holding(after, [userId, sessionId, email]);
      if (way === "leaves")
        expect(tablesOf(rows)).toEqual(expect.arrayContaining(["users", "sessions", "push_subscriptions"]));
      else expect(rows).toEqual([]);
    });

    it("the other reads the conversation on, without a name, and can't write in it", async () => {
      const { other, direct, line } = one;
      const thread = await findThread(other, direct);
      expect(thread).toMatchObject({ name: "", standing: "closed", people: [], away: true });
      expect(thread.participants.map(({ person }) => person.memberId)).toEqual([other.memberId]);
      const { lines } = await listMessagesBefore(other, direct);
      expect(lines.find(({ id }) => id === line.id)).toMatchObject({
        text: "お久しぶりです",
        files: [{ name: "資料.txt" }],
      });
      const message = {
        threadId: direct,
        clientId: crypto.randomUUID(),
        text: "もしもし",
        mentions: [],
        files: [],
      };
      await expect(sendMessage(other, message)).rejects.toThrow();
      const { hits } = await searchMessages(other, { q: "お久しぶり" });
      expect(hits[0]).toMatchObject({ author: null, threadName: "" });
      expect(await listThreads(other)).toContainEqual(
        expect.objectContaining({ id: direct, name: "", people: [] }),
      );
    });

    it("the group goes on, says that one left, and has an admin", async () => {
      const { other, group, viewer } = one;
      const thread = await findThread(other, group);
      expect(thread).toMatchObject({ role: "ADMIN", standing: "open", name: "同窓会" });
      const { lines } = await listMessagesBefore(other, group);
      expect(lines.at(-1)).toMatchObject({ notice: { type: "left" }, authorId: viewer.memberId });
    });

    it("a request that nobody answered is gone, for who was asked as well", async () => {
      const yuki = await viewerOf(database, "yuki", "aoba");
      await expect(findThread(yuki, one.asked)).rejects.toThrow(NotFound);
    });

    it("nobody finds them, and they find nothing", async () => {
      const { other, viewer } = one;
      for (const q of ["鵺塚", "ぬえづか", "nuezuka", "わにぶち"])
        expect((await listDirectory(other, directoryQuerySchema.parse({ q }))).people).toEqual([]);
      await expect(findPerson(other, viewer.memberId)).rejects.toThrow(NotFound);
      await expect(countTraces(viewer)).rejects.toThrow(NotFound);
      await expect(leaveCompany(viewer)).rejects.toThrow(NotFound);
    });

    it("nothing more is kept of them, whatever was on its way", async () => {
      const { companyId, memberId } = one.viewer;
      await expect(stopMails(notificationSources, stopToken(one.viewer))).rejects.toThrow(NotFound);
      const late = {
        saved_searches:
          "(company_id, id, member_id, name, query) VALUES ($1, gen_random_uuid(), $2, 'x', 'q=x')",
        chat_preferences: "(company_id, member_id) VALUES ($1, $2)",
        chat_blocks: "(company_id, blocker_id, blocked_id) VALUES ($1, $2, $2)",
        feed_marks: "(company_id, member_id) VALUES ($1, $2)",
      };
      for (const [table, values] of Object.entries(late))
        expect(
          await database.asOwner(`INSERT INTO ${table} ${values} RETURNING 1`, [companyId, memberId]),
          table,
        ).toEqual([]);
    });

    it("what is counted is what is there", async () => {
      const counts = () =>
        database.asOwner("SELECT * FROM directory_counts WHERE people > 0 ORDER BY 1, 2, 3");
      const facets = () =>
        database.asOwner("SELECT * FROM facet_counts WHERE people > 0 ORDER BY 1, 2, 3, 4");
      const kept = [await counts(), await facets()];
      await database.asOwner("SELECT recount_directory()");
      expect([await counts(), await facets()]).toEqual(kept);
    });
  });
}
