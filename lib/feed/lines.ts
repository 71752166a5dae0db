import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import type { FeedEvent, FeedLineOf, FeedLoader, FeedPage, FeedPlace } from "#lib/feed/schema.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { FeedEventKind } from "#lib/generated/prisma/enums.ts";
import { viewerKindOf } from "#lib/people/audiences.ts";
import { listedMembers, partedIds } from "#lib/people/visible.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";

const pageSize = 30;
const maxNew = 100;

type Loaders<Line extends FeedLineOf<FeedEventKind>> = Record<FeedEventKind, FeedLoader<Line>>;

/**
 * The feed of the viewer's company, newest first, 30 lines a page, each loaded by its kind's loader. Lines of those who are
 * not listed, or whom a block parts from the viewer, are left out.
 */
export async function listFeed<Line extends FeedLineOf<FeedEventKind>>(
  viewer: Viewer,
  loaders: Loaders<Line>,
  before: FeedPlace | undefined,
): Promise<FeedPage<Line>> {
  return readAs(viewer, async (tx) => {
    const rows = await sqlRows(
      tx,
      eventSchema,
    )`SELECT e.id, e.kind, e.member_id, e.occurred_at FROM ${eventsOf(viewer)}
        AND ${before ? Prisma.sql`(e.occurred_at, e.id) < ${placed(before)}` : Prisma.sql`true`}
      ORDER BY e.occurred_at DESC, e.id DESC LIMIT ${Prisma.raw(String(pageSize + 1))}`;
    const shown = rows.slice(0, pageSize);
    return {
      lines: await loadLines(tx, loaders, shown),
      newest: placeOf(shown[0]),
      next: rows.length > pageSize ? placeOf(shown.at(-1)) : null,
    };
  });
}

const eventSchema = z.object({
  id: z.uuid(),
  kind: z.enum(FeedEventKind),
  memberId: z.uuid(),
  occurredAt: z.coerce.date(),
});

/** The lines of these events, in their order. */
async function loadLines<Line extends FeedLineOf<FeedEventKind>>(
  tx: ReadTx,
  loaders: Loaders<Line>,
  events: readonly (FeedEvent & { kind: FeedEventKind })[],
): Promise<Line[]> {
  // In one turn, and so in one statement.
  const kinds = [...Map.groupBy(events, (event) => event.kind)];
  const loaded = await Promise.all(kinds.map(([kind, ofKind]) => loaders[kind](tx, ofKind)));
  const lines = new Map(loaded.flat().map((line) => [line.id, line]));
  return events.flatMap(({ id }) => lines.get(id) ?? []);
}

/** How many lines are newer than this place, or how many there are at all; 100 at most. */
export async function countNewLines(viewer: Viewer, after: FeedPlace | undefined): Promise<number> {
  return readAs(
    viewer,
    (tx) => sqlValue(tx, z.int())`SELECT count(*)::int FROM (
      SELECT FROM ${eventsOf(viewer)} AND ${after ? Prisma.sql`(e.occurred_at, e.id) > ${placed(after)}` : Prisma.sql`true`}
      LIMIT ${Prisma.raw(String(maxNew))}) new_lines`,
  );
}

/**
 * What those did whom the viewer finds, and, of what is told to each kind of viewer apart, what the viewer still sees something of; not
 * one's own, which one knows. Each is looked up: joined otherwise, a plan might read all members of the company.
 */
function eventsOf(viewer: Viewer): Prisma.Sql {
  const { companyId, memberId } = viewer;
  // In the text, since each kind has an index of its own.
  const kind = Prisma.raw(`'${viewerKindOf(viewer)}'`);
  return Prisma.sql`feed_events e CROSS JOIN LATERAL (
      SELECT FROM ${listedMembers} WHERE l.company_id = ${companyId}::uuid AND l.member_id = e.member_id OFFSET 0) listed
    WHERE e.company_id = ${companyId}::uuid AND (e.viewer_kind IS NULL OR e.viewer_kind = ${kind})
      AND e.member_id <> ALL (${partedIds}) AND (e.viewer_kind IS NULL OR e.member_id <> ${memberId}::uuid
        AND EXISTS (SELECT FROM told_changes t WHERE t.company_id = ${companyId}::uuid AND t.id = e.id OFFSET 0))`;
}

function placed({ occurredAt, id }: FeedPlace): Prisma.Sql {
  return Prisma.sql`(${occurredAt}::timestamptz, ${id}::uuid)`;
}

function placeOf(row: { occurredAt: Date; id: string } | undefined): string | null {
  return row ? `${row.occurredAt.toISOString()}~${row.id}` : null;
}
