import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { listLines } from "#lib/chat/lines.ts";
import type { ChatLine, ChatPage } from "#lib/chat/schema.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { ReadTx } from "#lib/reads.ts";

// Numbers have no gaps: a page of a thread is known by them alone.

/** How many lines a page has; one around a line has one more. */
export const pageSize = 50;

/** The lines of a thread of the viewer's up to this number, in the order of the numbers, at most 50. Within the viewer's transaction. */
export async function pageUpTo(
  tx: ReadTx,
  viewer: Viewer,
  threadId: string,
  last: number,
): Promise<ChatPage> {
  const lines = await linesWithin(tx, viewer, threadId, last - pageSize + 1, last);
  return { lines, more: isMore(lines) };
}

/**
 * A page with the line of this number in its middle, or the last one where there is no such line, in the order of the numbers, at most 51.
 * Within the viewer's transaction.
 */
export async function pageAround(
  tx: ReadTx,
  viewer: Viewer,
  { id, lastNumber }: { id: string; lastNumber: number },
  number: number,
): Promise<ChatPage & { newer: boolean }> {
  const half = pageSize / 2;
  const middle = Math.min(number, lastNumber);
  const lines = await linesWithin(tx, viewer, id, middle - half, Math.min(middle + half, lastNumber));
  return { lines, more: isMore(lines), newer: (lines.at(-1)?.number ?? lastNumber) < lastNumber };
}

/** Whether there are lines before these; before none there are none that one may read. */
function isMore([first]: ChatLine[]): boolean {
  return (first?.number ?? 1) > 1;
}

function linesWithin(
  tx: ReadTx,
  viewer: Viewer,
  threadId: string,
  first: number,
  last: number,
): Promise<ChatLine[]> {
  const range = Prisma.sql`m.number BETWEEN ${first}::int AND ${last}::int`;
  return listLines(tx, viewer, threadId, { range, order: "number", max: pageSize + 1 });
}
