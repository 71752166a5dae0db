import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { listLines } from "#lib/chat/lines.ts";
import { pageUpTo } from "#lib/chat/pages.ts";
import { listSeen } from "#lib/chat/places.ts";
import type { ChatLine, ThreadChanges } from "#lib/chat/schema.ts";
import { requireThread, requireThreadId } from "#lib/chat/thread-row.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";

const syncSize = 100;
/** A screen that is further behind takes the newest page instead of every change. */
const maxMissed = 500;

/**
 * What changed in a thread of the viewer's after a revision, in the order of the changes, at most 100 lines; afresh, the newest page,
 * when more than 500 changes were missed. Throws NotFound.
 */
export async function listChanges(viewer: Viewer, threadId: string, after: number): Promise<ThreadChanges> {
  return readAs(viewer, (tx) => readChanges(tx, viewer, threadId, after));
}

/**
 * As listChanges, what holds for every reader of the thread; null where a block parts the viewer from somebody, whose eyes then see less than
 * others'. Throws NotFound.
 */
export async function listCommonChanges(
  viewer: Viewer,
  threadId: string,
  after: number,
): Promise<ThreadChanges | null> {
  return readAs(viewer, async (tx) => {
    const [changes, apart] = await Promise.all([
      readChanges(tx, viewer, threadId, after),
      sqlValue(tx, z.boolean())`SELECT cardinality(parted_from_caller()) > 0 AS apart`,
    ]);
    return apart ? null : changes;
  });
}

async function readChanges(
  tx: ReadTx,
  viewer: Viewer,
  threadId: string,
  after: number,
): Promise<ThreadChanges> {
  requireThreadId(threadId);
  // In one turn, and so at one moment: no line is older than the revision.
  const [{ revision, lastNumber }, place, found] = await Promise.all([
    requireThread(tx, viewer, threadId),
    findPlace(tx, viewer, threadId),
    listLines(tx, viewer, threadId, {
      range: Prisma.sql`m.revision > ${after}`,
      order: "revision",
      max: syncSize + 1,
    }),
  ]);
  if (revision - after > maxMissed) {
    const { lines, more } = await pageUpTo(tx, viewer, threadId, lastNumber);
    // Not that of the newest line: another may have come beyond the page meanwhile.
    return { ...place, revision, lines, more: false, afresh: true, older: more };
  }
  const more = found.length > syncSize;
  const lines = found.slice(0, syncSize);
  return {
    ...place,
    revision: more ? (lines.at(-1)?.revision ?? revision) : newest(revision, lines),
    lines,
    more,
    afresh: false,
    older: false,
  };
}

async function findPlace(
  tx: ReadTx,
  { companyId, memberId }: Viewer,
  threadId: string,
): Promise<Pick<ThreadChanges, "readNumber" | "seen">> {
  const [[place], seen] = await Promise.all([
    sqlRows(tx, z.object({ readNumber: z.int() }))`SELECT read_number FROM chat_places
      WHERE company_id = ${companyId}::uuid AND thread_id = ${threadId}::uuid AND member_id = ${memberId}::uuid`,
    listSeen(tx, threadId),
  ]);
  return { readNumber: place?.readNumber ?? 0, seen };
}

function newest(revision: number, lines: ChatLine[]): number {
  return Math.max(revision, ...lines.map((line) => line.revision));
}
