import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { NotFound, TooMany } from "#lib/errors.ts";
import { listFeed } from "#lib/feed/lines.ts";
import { giveOkaeri, listGivers, loadOkaeri, markLooked, readOkaeri } from "#lib/feed/reactions.ts";
import { giversSchema } from "#lib/feed/schema.ts";
import { newId } from "#lib/ids.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { sqlValue } from "#lib/sql.ts";
import { say, startGroup } from "#tests/chat/callers.ts";
import { type Ask, addGuests } from "#tests/support/crowd.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
const ask: Ask = (sql, values) => database.asOwner(sql, values);
let kosaku: Viewer;
let chinatsu: Viewer;
let sakura: Viewer;
let yuki: Viewer;
let lineId: string;

beforeEach(async () => {
  kosaku = await viewerOf(database, "kosaku", "aoba");
  chinatsu = await viewerOf(database, "chinatsu", "aoba");
  sakura = await viewerOf(database, "sakura", "aoba");
  yuki = await viewerOf(database, "yuki", "aoba");
  await ask("DELETE FROM chat_blocks", []);
  await ask("DELETE FROM rate_limits", []);
  await ask("DELETE FROM feed_events WHERE member_id = $1", [kosaku.memberId]);
  lineId = newId();
  await ask("INSERT INTO feed_events (company_id, id, kind, member_id) VALUES ($1, $2, 'JOINED', $3)", [
    kosaku.companyId,
    lineId,
    kosaku.memberId,
  ]);
});

const seenBy = async (viewer: Viewer) => (await readOkaeri(viewer, { lineIds: [lineId] }))[lineId];
const giversFor = async (viewer: Viewer) =>
  (await listGivers(viewer, { lineId })).people.map(({ memberId }) => memberId);
const keptCount = async () =>
  (await database.asOwner<{ okaeri: number }>("SELECT okaeri FROM feed_events WHERE id = $1", [lineId]))[0]
    ?.okaeri;

describe("おかえり", () => {
  it("is said once however often, at once too, and taken back", async () => {
    await ask("DELETE FROM rate_limits", []);
    await Promise.all(Array.from({ length: 50 }, () => giveOkaeri(sakura, lineId, true)));
    expect(await seenBy(sakura)).toEqual({ own: false, unread: false, given: true, others: 0, people: [] });
    expect(await keptCount()).toBe(1);
    await giveOkaeri(sakura, lineId, false);
    await giveOkaeri(sakura, lineId, false);
    expect(await seenBy(sakura)).toMatchObject({ given: false, others: 0 });
    expect(await keptCount()).toBe(0);
  });

  it("is seen by whom it was said to, with who said it, and by the others; new until they have looked", async () => {
    await giveOkaeri(sakura, lineId, true);
    await giveOkaeri(chinatsu, lineId, true);
    const seen = await seenBy(kosaku);
    expect(seen).toMatchObject({ own: true, unread: true, given: false, others: 2 });
    expect(seen?.people.map(({ displayName }) => displayName)).toEqual(["大野 さくら", "高橋 千夏"]);
    expect(await giversFor(kosaku)).toEqual([sakura.memberId, chinatsu.memberId]);
    expect(await seenBy(yuki)).toMatchObject({ own: false, unread: false, others: 2 });
    await markLooked(kosaku);
    expect(await seenBy(kosaku)).toMatchObject({ unread: false, others: 2 });
    const { lines } = await listFeed(kosaku, feedLoaders, undefined);
    expect(lines.find(({ id }) => id === lineId)).toMatchObject({ okaeri: { own: true, others: 2 } });
  });

  it("is said to nobody's own line, nor to one that the viewer does not read, nor to a changed profile", async () => {
    const hannah = await viewerOf(database, "hannah", "larkfield");
    await expect(giveOkaeri(kosaku, lineId, true)).rejects.toThrow(NotFound);
    await expect(giveOkaeri(hannah, lineId, true)).rejects.toThrow(NotFound);
    await expect(giveOkaeri(sakura, newId(), true)).rejects.toThrow(NotFound);
    await expect(giveOkaeri(sakura, "x", true)).rejects.toThrow(NotFound);
    expect(await readOkaeri(hannah, { lineIds: [lineId] })).toEqual({});
    expect(await giversFor(hannah)).toEqual([]);
    await blockMember(kosaku, sakura.memberId);
    await expect(giveOkaeri(sakura, lineId, true)).rejects.toThrow(NotFound);
    expect(await readOkaeri(sakura, { lineIds: [lineId] })).toEqual({});
    await saveVisibility(kosaku, { unlisted: true });
    await expect(giveOkaeri(chinatsu, lineId, true)).rejects.toThrow(NotFound);
    await saveVisibility(kosaku, { unlisted: false });
    const { sections } = await findOwnProfile(kosaku);
    await writeSection(kosaku, { section: "area", before: sections.area, after: { area: `島${newId()}` } });
    const changed = await database.asOwner<{ id: string }>(
      "SELECT id FROM feed_events WHERE kind = 'CHANGED' AND member_id = $1",
      [kosaku.memberId],
    );
    expect(changed.length).toBe(3);
    for (const { id } of changed) await expect(giveOkaeri(chinatsu, id, true)).rejects.toThrow(NotFound);
  });

  it("is counted and listed without those whom a block parts from the reader, whoever set it", async () => {
    await giveOkaeri(sakura, lineId, true);
    await giveOkaeri(chinatsu, lineId, true);
    for (const [one, other] of [
      [yuki, sakura],
      [sakura, yuki],
    ] as const) {
      await blockMember(one, other.memberId);
      expect(await seenBy(yuki)).toMatchObject({ others: 1, people: [{ memberId: chinatsu.memberId }] });
      expect(await giversFor(yuki)).toEqual([chinatsu.memberId]);
      expect(await seenBy(kosaku)).toMatchObject({ others: 2 });
      await unblockMember(one, other.memberId);
    }
    await blockMember(kosaku, sakura.memberId);
    expect(await seenBy(kosaku)).toMatchObject({ others: 1, unread: true });
    await blockMember(kosaku, chinatsu.memberId);
    expect(await seenBy(kosaku)).toMatchObject({ others: 0, unread: false, people: [] });
  });

  it("of one whom the directory does not list is seen by those who talk with them, and by nobody when they are suspended", async () => {
    await ask("DELETE FROM chat_participants", []);
    const threadId = await startGroup(database, null, sakura, [yuki]);
    await say(sakura, threadId, "お元気ですか");
    await giveOkaeri(sakura, lineId, true);
    await giveOkaeri(chinatsu, lineId, true);
    await saveVisibility(sakura, { unlisted: true });
    expect(await seenBy(kosaku)).toMatchObject({ others: 1, people: [{ memberId: chinatsu.memberId }] });
    expect(await giversFor(kosaku)).toEqual([chinatsu.memberId]);
    expect(await seenBy(yuki)).toMatchObject({ others: 2 });
    expect(await giversFor(yuki)).toEqual([sakura.memberId, chinatsu.memberId]);
    expect(await seenBy(sakura)).toMatchObject({ given: true, others: 1 });
    await giveOkaeri(sakura, lineId, false);
    expect(await seenBy(yuki)).toMatchObject({ others: 1 });
    await giveOkaeri(sakura, lineId, true);
    await ask("UPDATE members SET status = 'SUSPENDED' WHERE id = $1", [sakura.memberId]);
    expect(await seenBy(yuki)).toMatchObject({ others: 1 });
    await ask("UPDATE members SET status = 'ACTIVE' WHERE id = $1", [sakura.memberId]);
    await saveVisibility(await viewerOf(database, "sakura", "aoba"), { unlisted: false });
    expect(await seenBy(kosaku)).toMatchObject({ others: 2 });
    expect(await keptCount()).toBe(2);
  });

  it("goes with who said it, and is no more often said in a minute than anybody taps", async () => {
    await giveOkaeri(sakura, lineId, true);
    const taps = Array.from({ length: 119 }, () => giveOkaeri(sakura, lineId, true));
    await Promise.all(taps);
    await expect(giveOkaeri(sakura, lineId, false)).rejects.toThrow(TooMany);
    await ask("DELETE FROM feed_reactions WHERE member_id = $1", [sakura.memberId]);
    expect(await keptCount()).toBe(0);
  });
});

describe("five thousand of them", () => {
  it("cost a page no more than five, and are listed page by page, each once", async () => {
    const guests = await addGuests(ask, "aoba", 5_000);
    await ask(
      `INSERT INTO feed_reactions (company_id, event_id, member_id, at) SELECT $1, $2, id, now() - (n - 1) * interval '0.7 s' FROM unnest($3::uuid[]) WITH ORDINALITY g (id, n)`,
      [kosaku.companyId, lineId, guests.map(({ memberId }) => memberId)],
    );
    await ask("ANALYZE feed_reactions");
    expect(await seenBy(kosaku)).toMatchObject({ others: 5_000, unread: true });
    const seen = new Set<string>();
    for (let after: string | null = null; ; ) {
      const page = await listGivers(kosaku, giversSchema.parse({ lineId, after: after ?? undefined }));
      for (const { memberId } of page.people) seen.add(memberId);
      expect(page.people.length).toBeLessThanOrEqual(50);
      after = page.next;
      if (!after) break;
    }
    expect(seen.size).toBe(5_000);
    // What the page asks reads as many rows as it shows.
    const rows = await readAs(kosaku, async (tx) => {
      // Of this connection since it told of them last, so with what it read before.
      const readSoFar = () =>
        sqlValue(
          tx,
          z.int(),
        )`SELECT (idx_tup_fetch + seq_tup_read)::int FROM pg_stat_xact_user_tables WHERE relname = 'feed_reactions'`;
      const before = await readSoFar();
      await loadOkaeri(tx, [lineId]);
      return (await readSoFar()) - before;
    });
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(20);
  });
});
