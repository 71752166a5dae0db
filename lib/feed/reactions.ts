import "server-only";
import { z } from "zod";
import { countTry, type Limit } from "#lib/auth/limits.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import { type FeedPlace, type Givers, lineIdSchema, type Okaeri } from "#lib/feed/schema.ts";
import { findCards } from "#lib/people/cards.ts";
import { displayName, monogram } from "#lib/people/names.ts";
import { photoName } from "#lib/people/photo-name.ts";
import { personRow } from "#lib/people/visible.ts";
import { publish } from "#lib/publish.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";

const pageSize = 50;
const taps: Limit = { name: "okaeri", max: 120, seconds: 60 };

/**
 * Says おかえり to another member's line, or takes it back; doing it again changes nothing. Throws NotFound for a line that the viewer does not
 * read, or whose it is, and TooMany past 120 a minute.
 */
export async function giveOkaeri(viewer: Viewer, lineId: string, given: boolean): Promise<void> {
  const { companyId, memberId } = viewer;
  if (!lineIdSchema.safeParse(lineId).success) throw new NotFound();
  await countTry(taps, memberId);
  await withViewer(viewer, async (tx) => {
    const changed = await sqlValue(tx, z.boolean().nullable())`SELECT put_okaeri(${lineId}::uuid, ${given})`;
    if (changed === null) throw new NotFound();
    if (changed) await publish(tx, { type: "feed:answered", companyId, eventId: lineId, memberId });
  });
}

/** The answers to those of these lines that the viewer reads and may be answered, by the line's id. */
export async function readOkaeri(
  viewer: Viewer,
  { lineIds }: { lineIds: string[] },
): Promise<Record<string, Okaeri>> {
  return Object.fromEntries(await readAs(viewer, (tx) => loadOkaeri(tx, lineIds)));
}

/** The same within a transaction that only reads. */
export async function loadOkaeri(tx: ReadTx, lineIds: string[]): Promise<Map<string, Okaeri>> {
  const rows = await sqlRows(tx, okaeriRow)`SELECT * FROM okaeri_of(${lineIds}::uuid[])`;
  return new Map(rows.map(({ eventId, ...okaeri }) => [eventId, okaeri]));
}

const okaeriRow = z.object({
  eventId: z.uuid(),
  own: z.boolean(),
  unread: z.boolean(),
  given: z.boolean(),
  others: z.int(),
  people: z.array(
    personRow
      .pick({
        memberId: true,
        kind: true,
        familyName: true,
        givenName: true,
        preferredName: true,
        photoId: true,
      })
      .transform(({ memberId, kind, photoId, ...name }) => ({
        memberId,
        kind,
        displayName: displayName(name),
        monogram: monogram(name),
        ...(photoId && { photo: photoName(photoId) }),
      })),
  ),
});

/** Who said おかえり to a line, the viewer included, as far as the viewer finds them: 50 at most, the earliest first. Nobody for other lines. */
export async function listGivers(
  viewer: Viewer,
  { lineId, after }: { lineId: string; after?: FeedPlace | undefined },
): Promise<Givers> {
  return readAs(viewer, async (tx) => {
    const rows = await sqlRows(tx, giverRow)`
      SELECT * FROM okaeri_givers(${lineId}::uuid, ${after?.occurredAt ?? "-infinity"}::timestamptz, ${after?.id ?? nobody}::uuid,
        ${pageSize + 1}::int)`;
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    const cards = await findCards(
      tx,
      shown.map(({ memberId }) => memberId),
    );
    return {
      people: shown.flatMap(({ memberId }) => cards.get(memberId) ?? []),
      next: rows.length > pageSize && last ? `${last.at.toISOString()}~${last.memberId}` : null,
    };
  });
}

const giverRow = z.object({ memberId: z.uuid(), at: z.coerce.date() });
const nobody = "00000000-0000-0000-0000-000000000000";

/** Keeps that the viewer has looked at what was said to them until now. */
export async function markLooked(viewer: Viewer): Promise<void> {
  await withViewer(viewer, (tx) => tx.$executeRaw`SELECT mark_looked()`);
}
