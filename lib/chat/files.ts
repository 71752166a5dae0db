import "server-only";
import { z } from "zod";
import { countTry, type Limit } from "#lib/auth/limits.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { ChatFile } from "#lib/chat/schema.ts";
import type { Tx } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { type Given, openBytes, openLook, removeBytes, takeFile } from "#lib/files/files.ts";
import type { Look } from "#lib/files/keys.ts";
import { factColumns } from "#lib/files/schema.ts";
import type { StoredBytes } from "#lib/files/store.ts";
import { sqlValue } from "#lib/sql.ts";

/** Each file, and each further so many bytes of it, counts once for the limit of its member: at most about 600 MB an hour. */
const unit = 2 * 1024 ** 2;
const limit: Limit = { name: "file of member", max: 300, seconds: 60 * 60 };

/**
 * Takes a file for a thread to which the viewer may write; until it is sent with a message, or made the group's picture, it is the
 * viewer's alone, and gone after a day. Throws NotFound; Invalid with a FileRefusal for `file`; TooMany.
 */
export async function addFile(viewer: Viewer, threadId: string, given: Given): Promise<ChatFile> {
  const { companyId, memberId: uploaderId } = viewer;
  const count = () => countTry(limit, `${companyId}/${uploaderId}`);
  await withViewer(viewer, (tx) => requireBelonging(tx, threadId));
  await count();
  return takeFile({ companyId, uploaderId, domain: "CHAT" }, given, {
    unit,
    onUnit: count,
    keep: (row) =>
      withViewer(viewer, async (tx) => {
        // The upload may have taken long: check again.
        await requireBelonging(tx, threadId);
        await tx.file.create({ data: row });
        await tx.chatFile.create({ data: { companyId, threadId, fileId: row.id } });
      }),
  });
}

/** A file of a thread that the viewer may read. Throws NotFound, for one of somebody else's that is not sent yet as well. */
export async function findFile(viewer: Viewer, threadId: string, fileId: string): Promise<ChatFile> {
  requireIds(threadId, fileId);
  const { companyId } = viewer;
  const file = await withViewer(viewer, (tx) =>
    tx.file.findFirst({ where: { companyId, id: fileId, chatFile: { threadId } }, select: factColumns }),
  );
  if (!file) throw new NotFound();
  return file;
}

/** The bytes of a file as they were given. Throws NotFound. */
export async function openFile(
  viewer: Viewer,
  threadId: string,
  fileId: string,
): Promise<{ file: ChatFile } & StoredBytes> {
  const file = await findFile(viewer, threadId, fileId);
  const stored = await openBytes(viewer.companyId, fileId);
  if (!stored) throw new NotFound();
  return { file, ...stored };
}

/** What a picture looks like, in WebP: whole, or its middle as a small square. Throws NotFound, for what has no preview as well. */
export async function openPreview(
  viewer: Viewer,
  threadId: string,
  fileId: string,
  look: Look,
): Promise<StoredBytes> {
  const file = await findFile(viewer, threadId, fileId);
  const stored = await openLook(viewer.companyId, file, look);
  if (!stored) throw new NotFound();
  return stored;
}

/** Takes away a file that the viewer gave and has not sent, nor made the group's picture. Throws NotFound. */
export async function removeFile(viewer: Viewer, threadId: string, fileId: string): Promise<void> {
  requireIds(threadId, fileId);
  const { companyId, memberId: uploaderId } = viewer;
  await withViewer(viewer, async (tx) => {
    const own = { companyId, id: fileId, uploaderId, givenAt: null, chatFile: { threadId } };
    const { count } = await tx.file.deleteMany({ where: own });
    if (count === 0) throw new NotFound();
  });
  await removeBytes(companyId, fileId);
}

async function requireBelonging(tx: Tx, threadId: string): Promise<void> {
  requireIds(threadId);
  const belongs = await sqlValue(tx, z.boolean())`SELECT belongs(${threadId}::uuid)`;
  if (!belongs) throw new NotFound();
}

function requireIds(...ids: string[]): void {
  if (!z.array(z.uuid()).safeParse(ids).success) throw new NotFound();
}
