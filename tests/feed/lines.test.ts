import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { recordFeedEvent } from "#lib/feed/events.ts";
import { countNewLines, listFeed } from "#lib/feed/lines.ts";
import { type FeedPage, feedCursorSchema, newLinesSchema } from "#lib/feed/schema.ts";
import { newId } from "#lib/ids.ts";
import { eventChannel } from "#lib/live/events.ts";
import { type FeedLine, feedLoaders } from "#lib/registry/feed.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let viewer: Viewer;
let hannah: Viewer;

beforeAll(async () => {
  viewer = await viewerOf(database, "sakura", "aoba");
  hannah = await viewerOf(database, "hannah", "larkfield");
});

async function readAll(by = viewer): Promise<FeedLine[]> {
  const lines: FeedLine[] = [];
  for (let before: string | null = null; ; ) {
    const page: FeedPage<FeedLine> = await listFeed(
      by,
      feedLoaders,
      feedCursorSchema.parse(before ?? undefined),
    );
    lines.push(...page.lines);
    before = page.next;
    if (!before) return lines;
  }
}

const addLine = (memberId: string, occurredAt: string, id = newId()) =>
  database.asOwner(
    `INSERT INTO feed_events (company_id, id, kind, member_id, occurred_at)
      SELECT company_id, $1, 'JOINED', id, $2 FROM members WHERE id = $3`,
    [id, occurredAt, memberId],
  );
const countAfter = (newest: string | null) =>
  countNewLines(viewer, newLinesSchema.parse({ after: newest ?? undefined }).after);

describe("the feed", () => {
  it("tells of all that there is for its reader once, the newest first, also within one millisecond", async () => {
    for (let i = 0; i < 65; i++) await addLine(viewer.memberId, "2026-01-15T03:04:05.678Z");
    const rows = await database.asOwner<{ id: string }>(
      `SELECT f.id FROM feed_events f JOIN members m ON m.id = f.member_id JOIN companies c ON c.id = f.company_id
        WHERE c.slug = 'aoba' AND m.status = 'ACTIVE' AND (f.viewer_kind IS NULL OR f.viewer_kind = 'EMPLOYEE') ORDER BY f.occurred_at DESC, f.id DESC`,
    );
    expect((await readAll()).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  it("leaves out who is not, or no longer, an active member", async () => {
    const memberId = await memberIdOf(database, "tsuyoshi", "aoba");
    const id = newId();
    await addLine(memberId, new Date().toISOString(), id);
    const { newest } = await listFeed(viewer, feedLoaders, undefined);
    expect((await readAll()).map((line) => line.id)).not.toContain(id);
    await database.asOwner("UPDATE members SET status = 'ACTIVE' WHERE id = $1", [memberId]);
    expect(await countAfter(newest)).toBe(1);
    expect((await listFeed(viewer, feedLoaders, undefined)).lines[0]?.id).toBe(id);
    await database.asOwner("UPDATE members SET status = 'SUSPENDED' WHERE id = $1", [memberId]);
    expect(await countAfter(newest)).toBe(0);
  });

  it("is another one in another company", async () => {
    const ours = new Set((await readAll()).map(({ id }) => id));
    const theirs = await readAll(hannah);
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.filter(({ id }) => ours.has(id))).toEqual([]);
  });

  it.each(["", "x", "2026-01-15~1", "yesterday~019bbf05-0000-7000-8000-000000000000", ["a", "b"], undefined])(
    "goes on at the start after %j",
    async (before) => {
      expect(await listFeed(viewer, feedLoaders, feedCursorSchema.parse(before))).toEqual(
        await listFeed(viewer, feedLoaders, undefined),
      );
    },
  );
});

describe("a kind of line", () => {
  it("is loaded once for a page, by its own loader, and shows what that gives in the feed's order", async () => {
    await database.asOwner("DELETE FROM feed_events WHERE kind = 'CHANGED'");
    const asked: number[] = [];
    const loaders: typeof feedLoaders = {
      ...feedLoaders,
      JOINED: (tx, events) => {
        asked.push(events.length);
        const [first, , third] = events;
        return feedLoaders.JOINED(
          tx,
          [third, first].flatMap((event) => event ?? []),
        );
      },
    };
    const some = await listFeed(viewer, loaders, undefined);
    const all = await listFeed(viewer, feedLoaders, undefined);
    expect(asked).toEqual([all.lines.length]);
    expect(some).toEqual({ ...all, lines: [all.lines[0], all.lines[2]] });
  });
});

describe("what is new", () => {
  it("is what came after the newest line that was read, at most a hundred", async () => {
    const { newest } = await listFeed(viewer, feedLoaders, undefined);
    expect(await countAfter(newest)).toBe(0);
    await addLine(viewer.memberId, new Date(Date.now() + 1000).toISOString());
    await addLine(viewer.memberId, new Date(Date.now() + 2000).toISOString());
    await addLine(hannah.memberId, new Date(Date.now() + 2000).toISOString());
    expect(await countAfter(newest)).toBe(2);
    expect(await countAfter(null)).toBe(100);
  });
});

describe("a line", () => {
  it("is told when its transaction commits, and not when it fails", async () => {
    const listener = new pg.Client(database.ownerUrl);
    await listener.connect();
    const heard: unknown[] = [];
    listener.on("notification", ({ payload }) => heard.push(JSON.parse(payload ?? "")));
    await listener.query(`LISTEN ${eventChannel}`);
    const { companyId, memberId } = viewer;
    const failing = withViewer(viewer, async (tx) => {
      await recordFeedEvent(tx, companyId, { kind: "JOINED", memberId });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    await withViewer(viewer, (tx) => recordFeedEvent(tx, companyId, { kind: "JOINED", memberId }));
    await expect.poll(() => heard).toHaveLength(1);
    const [newest] = await database.asOwner<{ id: string }>(
      "SELECT id FROM feed_events WHERE member_id = $1 ORDER BY id DESC",
      [memberId],
    );
    expect(heard).toEqual([{ type: "feed:added", companyId, eventId: newest?.id }]);
    await listener.end();
  });

  it("cannot be put into another company's feed", async () => {
    const stray = withViewer(viewer, (tx) =>
      recordFeedEvent(tx, hannah.companyId, { kind: "JOINED", memberId: hannah.memberId }),
    );
    await expect(stray).rejects.toThrow();
  });
});
