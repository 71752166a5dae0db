import "server-only";
import { z } from "zod";
import { countTry, type Limit } from "#lib/auth/limits.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { ChatFile } from "#lib/chat/schema.ts";
import type { Tx } from "#lib/db.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { receive, withIncoming } from "#lib/files/incoming.ts";
import { keyOf, keysOf, type Look } from "#lib/files/keys.ts";
import { cropSquare, makePreview } from "#lib/files/previews.ts";
import { requireClean } from "#lib/files/scan.ts";
import { cleanFileName, maxFileSize } from "#lib/files/schema.ts";
import { fileStore, type StoredBytes } from "#lib/files/store.ts";
import { sniffType } from "#lib/files/types.ts";
import { newId } from "#lib/ids.ts";

/** Each file, and each further so many bytes of it, counts once for the limit of its member: at most about 600 MB an hour. */
const unit = 2 * 1024 ** 2;
const limit: Limit = { name: "file of member", most: 300, seconds: 60 * 60 };

type Given = { name: string; body: ReadableStream<Uint8Array> | null };

/**
 * Takes a file for a thread to which the viewer may write; until it is sent with a message, or made the group's picture, it is the
 * viewer's alone, and gone after a day. Throws NotFound; Invalid with a FileRefusal for `file`; TooMany.
 */
export async function addFile(viewer: Viewer, threadId: string, { name, body }: Given): Promise<ChatFile> {
  const { companyId, memberId } = viewer;
  const count = () => countTry(limit, `${companyId}/${memberId}`);
  await withViewer(viewer, (tx) => requireBelonging(tx, threadId));
  await count();
  if (!body) throw new Invalid({ file: "empty" });

  return withIncoming(async (path) => {
    const size = await receive(body, path, { most: maxFileSize, unit, onUnit: count });
    await requireClean(path);
    const type = await sniffType(path);
    return withIncoming(async (preview) => {
      const picture = await makePreview(path, type, preview);
      const id = newId();
      const file = {
        id,
        name: cleanFileName(name),
        type,
        size,
        ...sizeOf(picture),
        preview: picture !== null,
      };
      await keep(viewer, threadId, file, { path, preview });
      return file;
    });
  });
}

/** Bytes first: whatever has a row is there. Without one they are nobody's, and the worker takes them away. */
async function keep(
  viewer: Viewer,
  threadId: string,
  file: ChatFile,
  { path, preview }: { path: string; preview: string },
): Promise<void> {
  const { companyId, memberId: uploaderId } = viewer;
  const store = fileStore();
  try {
    await store.put(keyOf(companyId, file.id), path);
    if (file.preview) await store.put(keyOf(companyId, file.id, "preview"), preview);
    await withViewer(viewer, async (tx) => {
      // It may have been long on its way.
      await requireBelonging(tx, threadId);
      await tx.chatFile.create({ data: { companyId, threadId, uploaderId, ...file } });
    });
  } catch (error) {
    for (const key of keysOf(companyId, file.id)) await store.remove(key);
    throw error;
  }
}

/** A file of a thread that the viewer may read. Throws NotFound, for one of somebody else's that is not sent yet as well. */
export async function findFile(viewer: Viewer, threadId: string, fileId: string): Promise<ChatFile> {
  requireIds(threadId, fileId);
  const { companyId } = viewer;
  const file = await withViewer(viewer, (tx) =>
    tx.chatFile.findFirst({ where: { companyId, threadId, id: fileId }, select: fileColumns }),
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
  const stored = await fileStore().open(keyOf(viewer.companyId, fileId));
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
  const stored = file.preview ? await openLook(viewer.companyId, fileId, look) : null;
  if (!stored) throw new NotFound();
  return stored;
}

async function openLook(companyId: string, fileId: string, look: Look): Promise<StoredBytes | null> {
  const store = fileStore();
  const stored = await store.open(keyOf(companyId, fileId, look));
  if (stored || look === "preview") return stored;
  const whole = await store.open(keyOf(companyId, fileId, "preview"));
  if (!whole) return null;
  // Few pictures are ever a group's: the square is made when one is first asked for.
  await withIncoming(async (path) => {
    await cropSquare(whole.body, path);
    await store.put(keyOf(companyId, fileId, look), path);
  });
  return store.open(keyOf(companyId, fileId, look));
}

/** Takes away a file that the viewer gave and has not sent. Throws NotFound. */
export async function removeFile(viewer: Viewer, threadId: string, fileId: string): Promise<void> {
  requireIds(threadId, fileId);
  const { companyId, memberId: uploaderId } = viewer;
  await withViewer(viewer, async (tx) => {
    const inUse = await tx.chatThread.count({ where: { companyId, id: threadId, pictureId: fileId } });
    const own = { companyId, threadId, id: fileId, uploaderId, number: null };
    const { count } = inUse ? { count: 0 } : await tx.chatFile.deleteMany({ where: own });
    if (count === 0) throw new NotFound();
  });
  for (const key of keysOf(companyId, fileId)) await fileStore().remove(key);
}

const fileColumns = {
  id: true,
  name: true,
  type: true,
  size: true,
  width: true,
  height: true,
  preview: true,
} as const;

async function requireBelonging(tx: Tx, threadId: string): Promise<void> {
  requireIds(threadId);
  const rows = await tx.$queryRaw`SELECT belongs(${threadId}::uuid) AS belongs`;
  const [{ belongs }] = z.tuple([z.object({ belongs: z.boolean() })]).parse(rows);
  if (!belongs) throw new NotFound();
}

function requireIds(...ids: string[]): void {
  if (!z.array(z.uuid()).safeParse(ids).success) throw new NotFound();
}

function sizeOf(picture: { width: number; height: number } | null) {
  return { width: picture?.width ?? null, height: picture?.height ?? null };
}
