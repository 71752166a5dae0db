import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { FeedPage, FeedPlace } from "#lib/feed/schema.ts";
import { findCards } from "#lib/people/cards.ts";

const pageSize = 30;
const maxNew = 100;

/** The feed of the viewer's company, newest first, 30 lines a page. Lines of members who are not active are left out. */
export async function listFeed(viewer: Viewer, before: FeedPlace | undefined): Promise<FeedPage> {
  return withViewer(viewer, async (tx) => {
    const rows = await tx.feedEvent.findMany({
      where: { ...ofActiveMembers(viewer), ...(before && cursorWhere(before, "lt")) },
      orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
      take: pageSize + 1,
    });
    const shown = rows.slice(0, pageSize);
    const cards = await findCards(
      tx,
      shown.map((row) => row.memberId),
    );
    return {
      lines: shown.flatMap(({ id, kind, memberId, occurredAt }) => {
        const person = cards.get(memberId);
        return person ? [{ id, kind, person, occurredAt: occurredAt.toISOString() }] : [];
      }),
      newest: placeOf(shown[0]),
      next: rows.length > pageSize ? placeOf(shown.at(-1)) : null,
    };
  });
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
