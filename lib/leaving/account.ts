import "server-only";
import { z } from "zod";
import { spendCode } from "#lib/auth/redeeming.ts";
import type { Account } from "#lib/auth/schema.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { removeBytes } from "#lib/files/files.ts";
import { orNotFound, sqlRows } from "#lib/sql.ts";

/**
 * Deletes the account, by the code of a mail: it leaves every company, and its sessions end with it. Throws TooMany, Invalid as spendCode
 * does, and Invalid for `account` ("lastOwner") where a company would be without an owner.
 */
export async function deleteAccount(
  { userId, sessionId, email }: Account,
  { code, address }: { code: string; address: string },
): Promise<void> {
  const files = await spendCode({ email, code, address }, async (tx, mailId) => {
    await orNotFound(tx)`SELECT enter_account(${userId}::uuid, ${sessionId}::uuid)`;
    const [deleted] = await sqlRows(
      tx,
      deletedRow,
    )`SELECT last_owner, files FROM delete_account(${mailId}::uuid)`;
    if (!deleted) throw new NotFound();
    if (deleted.lastOwner) throw new Invalid({ account: "lastOwner" });
    return deleted.files;
  });
  for (const { companyId, fileId } of files) await removeBytes(companyId, fileId);
}

const deletedRow = z.object({
  lastOwner: z.boolean(),
  files: z.array(z.object({ companyId: z.uuid(), fileId: z.uuid() })),
});
