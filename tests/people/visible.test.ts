import { globSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { blockMember, listBlocked } from "#lib/chat/blocks.ts";
import { findConversation } from "#lib/chat/messages.ts";
import { findRequest } from "#lib/chat/requests.ts";
import { searchMessages } from "#lib/chat/search.ts";
import { listLatestThreads, listThreads } from "#lib/chat/thread-list.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { withScope } from "#lib/db.ts";
import { listFeed } from "#lib/feed/lines.ts";
import { newId } from "#lib/ids.ts";
import { joinNetwork } from "#lib/joining/joining.ts";
import { mailDueDigests } from "#lib/notifications/digests.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { findPerson } from "#lib/people/people.ts";
import { findVisible, personRow } from "#lib/people/visible.ts";
import { withClient } from "#lib/pg-client.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { notificationSources } from "#lib/registry/notifications.ts";
import { applySql } from "#prisma/sql.ts";
import { openThread, pass, say, startGroup } from "#tests/chat/callers.ts";
import { strangersOf } from "#tests/chat/strangers.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, signIn, viewerOf } from "#tests/support/people.ts";
import { letTheOwnerLook } from "#tests/support/template.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  kosaku = await viewerOf(database, "kosaku", "aoba");
});

/** What of a profile others are not to see, once the rule says so. */
const hidden = {
  family_name: "隠れ木",
  given_name: "隠れ",
  family_name_kana: "かくれぎ",
  given_name_kana: "かくれ",
  preferred_name: "隠れ",
  former_family_name: "隠れ里",
  former_family_name_kana: "かくれざと",
  sort_key: "かくれき かくれ",
  department: "隠れ部",
  title: "隠れ役",
  area: "隠れ島",
  headline: "隠れた肩書き",
  about: "隠れた話",
};
const marks = /隠れ|かくれ/;

async function write(memberId: string): Promise<void> {
  const sets = Object.keys(hidden).map((column, index) => `${column} = $${index + 2}`);
  await database.asOwner(`UPDATE profiles SET ${sets} WHERE member_id = $1`, [
    memberId,
    ...Object.values(hidden),
  ]);
}

/** Makes the one rule another, until `work` is done: of these members nobody sees what `hidden` holds. */
async function whileHidden(memberIds: string[], work: () => Promise<unknown>): Promise<void> {
  const columns = await database.asOwner<{ name: string; nullable: boolean }>(
    `SELECT attname AS name, NOT attnotnull AS nullable FROM pg_attribute
      WHERE attrelid = 'profiles'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
  );
  const shown = columns.map(({ name, nullable }) =>
    // As they stand there they are their owner's.
    name === "details"
      ? "'{}'::jsonb"
      : name in hidden
        ? `CASE WHEN p.member_id <> ALL ('{${memberIds}}'::uuid[]) THEN p.${name} ${nullable ? "" : "ELSE '匿名'"} END`
        : `p.${name}`,
  );
  await database.asOwner(`
    CREATE OR REPLACE FUNCTION visible_to(seen "Audience"[], closed text[], p profiles, reader uuid DEFAULT NULL) RETURNS SETOF profiles LANGUAGE sql STABLE ROWS 1
      BEGIN ATOMIC SELECT ${shown}; END`);
  try {
    await work();
  } finally {
    await applySql(database.ownerUrl, { force: true });
    await withClient(database.ownerUrl, letTheOwnerLook);
  }
}

describe("the one rule of what is seen of a person", () => {
  let asker: Viewer;
  let directId: string;
  let requestId: string;

  beforeAll(async () => {
    const yuki = await viewerOf(database, "yuki", "aoba");
    const [stranger] = await strangersOf(database, sakura, 1);
    if (!stranger) throw new Error("everybody is acquainted");
    asker = stranger;
    directId = await openThread(sakura, kosaku);
    await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [directId]);
    await say(kosaku, directId, "こちらです");
    await say(kosaku, await startGroup(database, null, kosaku, [sakura, yuki]), "皆さん");
    requestId = await openDirectThread(asker, sakura.memberId);
    await say(asker, requestId, "はじめまして");
    await blockMember(yuki, kosaku.memberId);
    await database.asOwner(
      `INSERT INTO feed_events (company_id, id, kind, member_id, occurred_at)
        VALUES ($1, $2, 'JOINED', $3, now() + interval '1 hour')`,
      [sakura.companyId, newId(), kosaku.memberId],
    );
    for (const { memberId } of [kosaku, asker]) await write(memberId);
  });

  async function mailed(): Promise<unknown> {
    await say(kosaku, directId, "ご覧になりましたか");
    await pass(database, "16 minutes");
    await mailDueDigests(notificationSources);
    return database.asOwner(
      `WITH gone AS (DELETE FROM mails RETURNING "to", subject, text)
        SELECT subject, text FROM gone JOIN users u ON u.email = gone."to" WHERE u.id = $1`,
      [sakura.userId],
    );
  }

  const readers: Record<string, () => Promise<unknown>> = {
    "the directory": () =>
      // Where they stand by their reading, and where by what is shown in its place.
      Promise.all(
        ["かくれ", "匿"].map((from) => listDirectory(sakura, directoryQuerySchema.parse({ from }))),
      ),
    "their page": () => findPerson(sakura, kosaku.memberId),
    "the feed": () => listFeed(sakura, feedLoaders, undefined),
    "the list of conversations": () => listThreads(sakura),
    "the palette's conversations": () => listLatestThreads(sakura),
    "a conversation": () => findConversation(sakura, directId),
    "a request": () => findRequest(sakura, requestId),
    "found messages": () =>
      searchMessages(sakura, { q: "こちらです", threadId: undefined, before: undefined }),
    "the blocked": async () => listBlocked(await viewerOf(database, "yuki", "aoba")),
    "a mail": mailed,
  };

  it("lets a member see all", async () => {
    for (const [name, read] of Object.entries(readers))
      expect(JSON.stringify(await read()), name).toMatch(marks);
  });

  it("holds wherever somebody is shown, put in order or written of", async () => {
    await whileHidden([kosaku.memberId, asker.memberId], async () => {
      for (const [name, read] of Object.entries(readers)) {
        const told = JSON.stringify(await read());
        expect(told, name).toContain("匿名");
        expect(told, name).not.toMatch(marks);
      }
    });
  });

  it("says what one is found by", async () => {
    const memberId = await memberIdOf(database, "shiori", "aoba");
    await write(memberId);
    await whileHidden([memberId], async () =>
      joinNetwork((await signIn(database, "shiori")).account, "aoba"),
    );
    const docs = await database.asOwner("SELECT doc FROM search_docs WHERE member_id = $1", [memberId]);
    expect(docs).toHaveLength(3);
    for (const { doc } of docs) expect(doc).toContain("匿名");
    expect(JSON.stringify(docs)).not.toMatch(marks);
  });
});

describe("the app's role", () => {
  it("reads no profile but through the view, and of no other company", async () => {
    await expect(database.asViewer(sakura, "SELECT family_name FROM profiles")).rejects.toThrow(
      "permission denied",
    );
    const companies = "SELECT DISTINCT company_id FROM visible_profiles";
    expect(await database.asViewer(sakura, companies)).toEqual([{ company_id: sakura.companyId }]);
    const hannah = await viewerOf(database, "hannah", "larkfield");
    expect(await database.asViewer(hannah, companies)).toEqual([{ company_id: hannah.companyId }]);
    expect(await database.asApp({}, companies)).toEqual([]);
  });

  it("sees nothing but names where it asks as nobody in particular", async () => {
    const { companyId, memberId } = sakura;
    const rows = await withScope({ companyId, memberId }, (tx) =>
      findVisible(tx, [kosaku.memberId], personRow),
    );
    expect(rows).toMatchObject([
      { headline: null, department: null, area: null, joinedOn: null, rehire: false },
    ]);
  });

  it("learns nothing of another company by a condition that fails on its rows", async () => {
    const spy = (name: string) =>
      database.asViewer(
        sakura,
        `SELECT member_id FROM visible_profiles WHERE 1 / (family_name <> '${name}')::int = 1`,
      );
    await expect(spy("大野")).rejects.toThrow("division by zero");
    await expect(spy("Whitfield")).resolves.not.toEqual([]);
  });

  it("takes nobody's profile but its own member's as others see it", async () => {
    const rows = await database.asViewer(sakura, "SELECT member_id FROM own_profile_as('ALUMNUS')");
    expect(rows).toEqual([{ member_id: sakura.memberId }]);
    await expect(database.asViewer(sakura, "SELECT colleagues_of(app_member_id(), '{}')")).rejects.toThrow(
      "permission denied",
    );
    const name = `SELECT visible_name(app_company_id(), '${kosaku.memberId}', app_member_id())`;
    await expect(database.asViewer(sakura, name)).rejects.toThrow("permission denied");
  });
});

describe("the source", () => {
  const without = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)(\/\/|--).*$/gm, "");
  const mentioning = (pattern: string | string[], word: RegExp) =>
    globSync(pattern, { exclude: (path) => path.includes("generated") })
      .filter((path) => word.test(without(readFileSync(path, "utf8"))))
      .sort();

  it("names the table where it is written and in the SQL of people, and nowhere else", () => {
    const reads = /\bprofiles\b|(?<!"people)\.profile\b|\bprofile: (\{|true)/;
    expect(mentioning("{lib,app}/**/*.{ts,tsx}", reads)).toEqual([
      "lib/companies/founding.ts",
      "lib/launch/doctor/counts.ts",
      "lib/launch/kept-texts.ts",
    ]);
    // What HR is noted to have seen is what employees are not shown. The feed asks who is listed, and tells what changed by the one rule; chat tells screens that somebody is found otherwise.
    expect(mentioning("prisma/sql/**/*.sql", reads)).toEqual([
      "prisma/sql/audit/audit.sql",
      "prisma/sql/chat/told.sql",
      "prisma/sql/feed/changes.sql",
      "prisma/sql/feed/lines.sql",
      "prisma/sql/feed/notices.sql",
      "prisma/sql/feed/reaction-counts.sql",
      "prisma/sql/feed/reactions.sql",
      "prisma/sql/joining/admitting.sql",
      "prisma/sql/leaving/leaving.sql",
      "prisma/sql/leaving/traces.sql",
      "prisma/sql/people/colleagues.sql",
      "prisma/sql/people/company-fields.sql",
      "prisma/sql/people/corrections.sql",
      "prisma/sql/people/desk-fields.sql",
      "prisma/sql/people/facets.sql",
      "prisma/sql/people/findable.sql",
      "prisma/sql/people/limits.sql",
      "prisma/sql/people/listed.sql",
      "prisma/sql/people/own.sql",
      "prisma/sql/people/pages.sql",
      "prisma/sql/people/photos.sql",
      "prisma/sql/people/rehire-contacts.sql",
      "prisma/sql/people/reminders.sql",
      "prisma/sql/people/search-docs.sql",
      "prisma/sql/people/search.sql",
      "prisma/sql/people/settling.sql",
      "prisma/sql/people/visible.sql",
    ]);
  });

  it("asks the views in one place", () => {
    const views = /(visible|findable)_profiles|listed_members|own_profile_as/;
    expect(mentioning("{lib,app}/**/*.{ts,tsx}", views)).toEqual(["lib/people/visible.ts"]);
    expect(mentioning("prisma/sql/**/*.sql", views)).toEqual([
      "prisma/sql/feed/changes.sql",
      "prisma/sql/people/findable.sql",
      "prisma/sql/people/search-docs.sql",
      "prisma/sql/people/visible.sql",
    ]);
  });
});
