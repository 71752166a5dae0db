import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import { writeNotice } from "#lib/chat/notices.ts";
import type { ChatRequest } from "#lib/chat/schema.ts";
import { requireThread, requireThreadId } from "#lib/chat/thread-row.ts";
import { NotFound } from "#lib/errors.ts";
import { findPerson } from "#lib/people/people.ts";
import type { Person } from "#lib/people/schema.ts";
import { orNotFound, sqlRows, sqlValue } from "#lib/sql.ts";

/** The request that a thread is to the viewer. Throws NotFound. */
export async function findRequest(viewer: Viewer, threadId: string): Promise<ChatRequest> {
  requireThreadId(threadId);
  const { companyId, memberId } = viewer;
  const { askedBy, members } = await readAs(viewer, async (tx) => {
    const [, [own], members] = await Promise.all([
      requireThread(tx, viewer, threadId),
      sqlRows(tx, askedRow)`SELECT asked_by FROM chat_participants
        WHERE company_id = ${companyId}::uuid AND thread_id = ${threadId}::uuid AND member_id = ${memberId}::uuid AND state = 'ASKED'`,
      sqlValue(tx, z.int())`SELECT count_members(${threadId}::uuid)`,
    ]);
    if (!own) throw new NotFound();
    return { askedBy: own.askedBy, members };
  });
  return { asker: askedBy ? await findAsker(viewer, askedBy) : null, members };
}

const askedRow = z.object({ askedBy: z.uuid().nullable() });

async function findAsker(viewer: Viewer, memberId: string): Promise<Person | null> {
  try {
    return await findPerson(viewer, memberId);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/**
 * Accepts the request that a thread is to the viewer, or declines it, of which nobody is told: the one who asked goes on waiting. Throws
 * NotFound.
 */
export async function answerRequest(viewer: Viewer, threadId: string, accept: boolean): Promise<void> {
  await withViewer(viewer, async (tx) => {
    const { kind } = await requireThread(tx, viewer, threadId);
    await orNotFound(tx)`SELECT answer_chat_request(${threadId}::uuid, ${accept})`;
    if (accept) await writeNotice(tx, viewer, threadId, { type: kind === "GROUP" ? "joined" : "accepted" });
  });
}
