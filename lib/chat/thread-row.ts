import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import type { Tx } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";

/** The row of a thread of the viewer's, for the commands of this domain. Throws NotFound, for an id that is none as well. */
export async function requireThread(tx: Tx, viewer: Viewer, threadId: string) {
  if (!z.uuid().safeParse(threadId).success) throw new NotFound();
  const thread = await tx.chatThread.findFirst({ where: { companyId: viewer.companyId, id: threadId } });
  if (!thread) throw new NotFound();
  return thread;
}
