import "server-only";
import { z } from "zod";
import { foldedAuthor, withoutNamed } from "#lib/chat/folds.ts";
import { noticeSchema, type ThreadCard } from "#lib/chat/schema.ts";
import { maxFaces, nameOf, standingOf } from "#lib/chat/standing.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { findCards } from "#lib/people/cards.ts";
import type { PersonCard } from "#lib/people/schema.ts";
import type { ReadTx } from "#lib/reads.ts";

/**
 * What cards are made of, of those of the viewer's places that `shown` selects, as `o`: of the others, who joined first, those whose faces
 * are shown, and one more, by whom there are known to be more; and the last line.
 */
export function cardsOf(shown: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH shown AS MATERIALIZED (${shown})
    SELECT o.id, o.kind, o.name, o.picture_id, o.last_number, o.state, o.read_number, o.muted, o.pinned, o.archived, o.unread,
      c.ids, c.states, c.text, c.author_id, c.sent_at, c.revision, coalesce(c.deleted, false) AS deleted, c.notice, coalesce(c.files, 0) AS files,
      coalesce(c.folded, false) AS folded, c.blocked
    FROM shown o LEFT JOIN thread_cards(ARRAY(SELECT id FROM shown), ${maxPeople}) c ON c.id = o.id`;
}

/** Those whose faces are shown, and one more. In the text of a statement, which then is one for all. */
export const maxPeople = Prisma.raw(String(maxFaces + 1));

const stateSchema = z.enum(["ACTIVE", "ASKED", "DECLINED", "BARRED", "LEFT"]);

/** What one is made of, as the database answers. */
export const threadRow = z.object({
  id: z.uuid(),
  kind: z.enum(["DIRECT", "GROUP"]),
  name: z.string().nullable(),
  pictureId: z.uuid().nullable(),
  lastNumber: z.int(),
  readNumber: z.int(),
  unread: z.int(),
  muted: z.boolean(),
  pinned: z.boolean(),
  archived: z.boolean(),
  state: stateSchema,
  ids: z.array(z.uuid()).nullable(),
  states: z.array(stateSchema).nullable(),
  text: z.string().nullable(),
  authorId: z.uuid().nullable(),
  sentAt: z.coerce.date().nullable(),
  revision: z.int().nullable(),
  deleted: z.boolean(),
  notice: noticeSchema.nullable(),
  files: z.int(),
  folded: z.boolean(),
  blocked: z.array(z.uuid()).nullable(),
});
type ThreadRow = z.output<typeof threadRow>;

type FullCard = ThreadCard & { people: PersonCard[] };

/** Cards as the viewer sees them, in the order of their rows. */
export async function toCards(tx: ReadTx, rows: ThreadRow[]): Promise<FullCard[]> {
  // The author of the last line may not be among the shown faces.
  const shown = rows.flatMap(({ ids, authorId, folded }) => [
    ...(ids ?? []),
    ...(authorId && !folded ? [authorId] : []),
  ]);
  const cards = await findCards(tx, [...new Set(shown)]);
  return rows.map((row) => toCard(row, cards));
}

function toCard(row: ThreadRow, cards: Map<string, PersonCard>): FullCard {
  const people = (row.ids ?? []).flatMap((memberId) => cards.get(memberId) ?? []);
  const state = row.kind === "DIRECT" ? row.states?.[0] : undefined;
  return {
    id: row.id,
    kind: row.kind,
    name: nameOf(row, people),
    people: people.slice(0, maxFaces),
    picture: row.pictureId,
    standing: standingOf(row, row, state && { state }),
    last: lastOf(row, cards),
    unread: row.unread,
    readNumber: row.readNumber,
    muted: row.muted,
    pinned: row.pinned,
    archived: row.archived,
  };
}

/** The last line; null before the first, and where the viewer may not read it. */
function lastOf(row: ThreadRow, cards: Map<string, PersonCard>): ThreadCard["last"] {
  const { text, authorId, sentAt, lastNumber: number, revision, deleted, files } = row;
  if (text === null || authorId === null || sentAt === null || revision === null) return null;
  const place = { sentAt: sentAt.toISOString(), number, revision };
  const notice = row.notice && withoutNamed(row.notice, row.blocked ?? []);
  if (row.folded || (row.notice && !notice)) {
    const silent = { text: "", notice: null, files: 0, author: null };
    return { ...place, ...silent, authorId: foldedAuthor, deleted: deleted || row.notice !== null };
  }
  const author = cards.get(authorId)?.displayName ?? null;
  return { text, authorId, ...place, deleted, notice, files, author };
}
