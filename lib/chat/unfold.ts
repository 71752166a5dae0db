import "server-only";
import type { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import type { unfoldSchema } from "#lib/chat/input.ts";
import { listLines } from "#lib/chat/lines.ts";
import type { Unfolded } from "#lib/chat/schema.ts";
import { requireThread } from "#lib/chat/thread-row.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { findCards } from "#lib/people/cards.ts";

const maxLines = 100;

/**
 * What was said in a group of the viewer's by those whom the viewer blocked, between two numbers: at most 100 lines, in the order of their
 * numbers, without those that were deleted. Throws NotFound.
 */
export async function unfoldLines(
  viewer: Viewer,
  { threadId, first, last }: z.output<typeof unfoldSchema>,
): Promise<Unfolded> {
  return readAs(viewer, async (tx) => {
    await requireThread(tx, viewer, threadId);
    const range = Prisma.sql`m.number BETWEEN ${first}::int AND ${last}::int AND m.author_id = ANY (blocked_by_caller())
      AND m.kind = 'TEXT' AND m.deleted_at IS NULL`;
    const lines = await listLines(tx, viewer, threadId, {
      range,
      order: "number",
      max: maxLines,
      unfolded: true,
    });
    const people = await findCards(tx, [...new Set(lines.map(({ authorId }) => authorId))]);
    return { lines, people: [...people.values()] };
  });
}
