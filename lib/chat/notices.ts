import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import type { Notice } from "#lib/chat/schema.ts";
import type { Tx } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { publish } from "#lib/publish.ts";
import { sqlRows } from "#lib/sql.ts";

const advancedSchema = z.object({ lastNumber: z.int(), revision: z.int() });

/**
 * Writes a notice into a thread: what the viewer did to the thread itself, in the transaction that does it. Throws NotFound
 * when the viewer does not belong to it: before leaving, and after joining.
 */
export async function writeNotice(tx: Tx, viewer: Viewer, threadId: string, notice: Notice): Promise<void> {
  const { companyId, memberId } = viewer;
  const [advanced] = await sqlRows(tx, advancedSchema)`UPDATE chat_threads
    SET last_number = last_number + 1, revision = revision + 1, last_message_at = clock_timestamp()
    WHERE company_id = ${companyId}::uuid AND id = ${threadId}::uuid RETURNING last_number, revision`;
  if (!advanced) throw new NotFound();
  const { lastNumber: number, revision } = advanced;
  await tx.chatMessage.create({
    data: {
      companyId,
      threadId,
      number,
      revision,
      id: newId(),
      authorId: memberId,
      clientId: newId(),
      kind: "NOTICE",
      text: "",
      notice,
    },
  });
  await tx.$executeRaw`SELECT pass_notice(${threadId}::uuid, ${number}::int)`;
  await publish(tx, { type: "thread:changed", companyId, threadId, from: revision - 1, to: revision });
}
