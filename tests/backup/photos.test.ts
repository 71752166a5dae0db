import { existsSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { takeBackup } from "#lib/backup/backup.ts";
import { restoreBackup } from "#lib/backup/restore.ts";
import { putPhoto } from "#lib/people/photos.ts";
import { bodyOf } from "#tests/files/uploads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { backupOf, newFolder, openEmptyPlace, restoreInto } from "./places.ts";

const database = openTestDatabase();

it("a photo comes back with all its squares", async () => {
  const sakura = await viewerOf(database, "sakura", "aoba");
  const picture = sharp({ create: { width: 90, height: 90, channels: 3, background: "teal" } }).png();
  await putPhoto(sakura, bodyOf(await picture.toBuffer()), { x: 0.5, y: 0.5, zoom: 1 });
  const [shown] = await database.asOwner<{ path: string }>(
    "SELECT company_id || '/' || photo_id AS path FROM profiles WHERE photo_id IS NOT NULL",
  );
  const squaresIn = (uploads: string) =>
    ["", ".medium", ".small"].filter((look) => existsSync(join(uploads, `${shown?.path}${look}`)));
  expect(squaresIn(database.uploads)).toHaveLength(3);
  const file = join(newFolder(), "a.backup");
  await takeBackup(backupOf(database, { file }));
  const place = await openEmptyPlace();
  await restoreBackup(restoreInto(place, { file }));
  expect(squaresIn(place.uploads)).toHaveLength(3);
});
