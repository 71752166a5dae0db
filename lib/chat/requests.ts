import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { writeNotice } from "#lib/chat/notices.ts";
import type { ChatRequest } from "#lib/chat/schema.ts";
import { requireThread } from "#lib/chat/thread-row.ts";
import { NotFound } from "#lib/errors.ts";
import { findPerson } from "#lib/people/people.ts";
import type { Person } from "#lib/people/schema.ts";
import { orNotFound, sqlValue } from "#lib/sql.ts";

/** The request that a thread is to the viewer. Throws NotFound. */
export async function findRequest(viewer: Viewer, threadId: string): Promise<ChatRequest> {
  const { companyId, memberId } = viewer;
  const { askedBy, members } = await withViewer(viewer, async (tx) => {
    await requireThread(tx, viewer, threadId);
    const own = await tx.chatParticipant.findFirst({
      where: { companyId, threadId, memberId, state: "ASKED" },
    });
    if (!own) throw new NotFound();
    const members = await sqlValue(tx, z.int())`SELECT count_members(${threadId}::uuid)`;
    return { askedBy: own.askedBy, members };
  });
  return { asker: askedBy ? await findAsker(viewer, askedBy) : null, members };
}

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
