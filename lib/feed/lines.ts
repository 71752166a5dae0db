import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import type {
  FeedEvent,
  FeedEventKind,
  FeedLineOf,
  FeedLoader,
  FeedPage,
  FeedPlace,
} from "#lib/feed/schema.ts";

const pageSize = 30;
const maxNew = 100;

type Loaders<Line extends FeedLineOf<FeedEventKind>> = Record<FeedEventKind, FeedLoader<Line>>;

/**
 * The feed of the viewer's company, newest first, 30 lines a page, each loaded by its kind's loader. Lines of members who are not active
 * are left out.
 */
export async function listFeed<Line extends FeedLineOf<FeedEventKind>>(
  viewer: Viewer,
  loaders: Loaders<Line>,
  before: FeedPlace | undefined,
): Promise<FeedPage<Line>> {
  return withViewer(viewer, async (tx) => {
    const rows = await tx.feedEvent.findMany({
      where: { ...ofActiveMembers(viewer), ...(before && cursorWhere(before, "lt")) },
      orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
      take: pageSize + 1,
    });
    const shown = rows.slice(0, pageSize);
    return {
      lines: await loadLines(tx, loaders, shown),
      newest: placeOf(shown[0]),
      next: rows.length > pageSize ? placeOf(shown.at(-1)) : null,
    };
  });
}

/** The lines of these events, in their order. */
async function loadLines<Line extends FeedLineOf<FeedEventKind>>(
  tx: Tx,
  loaders: Loaders<Line>,
  events: readonly (FeedEvent & { kind: FeedEventKind })[],
): Promise<Line[]> {
  const lines = new Map<string, Line>();
  for (const [kind, ofKind] of Map.groupBy(events, (event) => event.kind))
    for (const line of await loaders[kind](tx, ofKind)) lines.set(line.id, line);
  return events.flatMap(({ id }) => lines.get(id) ?? []);
}

/** How many lines are newer than this place, or how many there are at all; 100 at most. */
export async function countNewLines(viewer: Viewer, after: FeedPlace | undefined): Promise<number> {
  return withViewer(viewer, (tx) =>
    tx.feedEvent.count({
      where: { ...ofActiveMembers(viewer), ...(after && cursorWhere(after, "gt")) },
      take: maxNew,
    }),
  );
}

function ofActiveMembers(viewer: Viewer) {
  return { companyId: viewer.companyId, member: { status: "ACTIVE" } } as const;
}

function cursorWhere({ occurredAt, id }: FeedPlace, side: "lt" | "gt") {
  return { OR: [{ occurredAt: { [side]: occurredAt } }, { occurredAt, id: { [side]: id } }] };
}

function placeOf(row: { occurredAt: Date; id: string } | undefined): string | null {
  return row ? `${row.occurredAt.toISOString()}~${row.id}` : null;
}
