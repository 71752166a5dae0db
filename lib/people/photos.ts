import "server-only";
import { z } from "zod";
import { countTry, type Limit } from "#lib/auth/limits.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import { openSquare, type PhotoSide, takePhoto } from "#lib/files/photos.ts";
import type { Crop } from "#lib/files/schema.ts";
import type { StoredBytes } from "#lib/files/store.ts";
import { photoName } from "#lib/people/photo-name.ts";
import { memberIdSchema } from "#lib/people/schema.ts";
import { findReachable, personRow } from "#lib/people/visible.ts";
import type { ReadTx } from "#lib/reads.ts";
import { orNotFound, sqlRow, sqlValue } from "#lib/sql.ts";

const limit: Limit = { name: "photo of member", max: 30, seconds: 60 * 60 };

/**
 * Shows a part of this picture as the viewer's photo, in place of the one before. Throws Invalid with a PhotoRefusal for `file`, and
 * TooMany.
 */
export async function putPhoto(
  viewer: Viewer,
  body: ReadableStream<Uint8Array> | null,
  crop: Crop,
): Promise<void> {
  const { companyId, memberId: uploaderId } = viewer;
  await countTry(limit, `${companyId}/${uploaderId}`);
  await takePhoto({ companyId, uploaderId }, body, crop, (row) =>
    withViewer(viewer, async (tx) => {
      await tx.file.create({ data: row });
      await orNotFound(tx)`SELECT put_own_photo(${row.id}::uuid)`;
    }),
  );
}

/** Takes the viewer's photo away. Returns its id, by which it can be shown again for a day; null where there is none. */
export async function removePhoto(viewer: Viewer): Promise<string | null> {
  return withViewer(viewer, async (tx) => {
    await tx.$executeRaw`SELECT lock_own_profile()`;
    const { photoId } = await sqlRow(tx, photoRow)`SELECT photo_id FROM own_profile()`;
    if (photoId) await orNotFound(tx)`SELECT put_own_photo(NULL)`;
    return photoId;
  });
}

/** Shows a photo of the viewer's again that was taken away. Throws NotFound for any other. */
export async function restorePhoto(viewer: Viewer, photoId: string): Promise<void> {
  await withViewer(viewer, (tx) => orNotFound(tx)`SELECT put_own_photo(${photoId}::uuid)`);
}

/** Somebody's photo as a square, asked for by its name. Throws NotFound where the viewer does not see it, or it is another by now. */
export async function openPhoto(
  viewer: Viewer,
  memberId: string,
  name: string,
  side: PhotoSide,
): Promise<StoredBytes> {
  if (!memberIdSchema.safeParse(memberId).success) throw new NotFound();
  const photoId = await readAs(viewer, (tx) =>
    memberId === viewer.memberId ? findOwnPhoto(tx) : findPhoto(tx, memberId),
  );
  if (!photoId || photoName(photoId) !== name) throw new NotFound();
  const stored = await openSquare(viewer.companyId, photoId, side);
  if (!stored) throw new NotFound();
  return stored;
}

const photoRow = personRow.pick({ photoId: true });

/** Seen by its owner, whoever else sees it. */
function findOwnPhoto(tx: ReadTx): Promise<string | null> {
  return sqlValue(tx, z.uuid().nullable())`SELECT photo_id FROM own_profile()`;
}

async function findPhoto(tx: ReadTx, memberId: string): Promise<string | null> {
  const [row] = await findReachable(tx, [memberId], photoRow.extend({ status: personRow.shape.status }));
  return row?.status === "ACTIVE" ? row.photoId : null;
}
