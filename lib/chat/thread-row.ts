import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { NotFound } from "#lib/errors.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows } from "#lib/sql.ts";

export const threadRow = z.object({
  kind: z.enum(["DIRECT", "GROUP"]),
  name: z.string().nullable(),
  pictureId: z.uuid().nullable(),
  joinToken: z.string().nullable(),
  lastNumber: z.int(),
  revision: z.int(),
});

/** Throws NotFound for an id that is none: the database would refuse it, and with it what was asked in the same turn. */
export function requireThreadId(threadId: string): void {
  if (!z.uuid().safeParse(threadId).success) throw new NotFound();
}

/** The row of a thread of the viewer's, for what this domain reads and does. Throws NotFound, for an id that is none as well. */
export async function requireThread(
  tx: ReadTx,
  { companyId }: Viewer,
  threadId: string,
): Promise<z.infer<typeof threadRow>> {
  requireThreadId(threadId);
  const [thread] = await sqlRows(tx, threadRow)`
    SELECT kind, name, picture_id, join_token, last_number, revision FROM chat_threads
    WHERE company_id = ${companyId}::uuid AND id = ${threadId}::uuid`;
  if (!thread) throw new NotFound();
  return thread;
}
