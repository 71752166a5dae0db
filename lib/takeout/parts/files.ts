import "server-only";
import { z } from "zod";
import { sqlRows, sqlValue } from "#lib/sql.ts";
import { entryName } from "#lib/takeout/entry-name.ts";
import { type Part, time } from "#lib/takeout/part.ts";
import { placeOf, standing } from "#lib/takeout/places.ts";
import { photoPath } from "./profile.ts";

const pageSize = 500;
const firstId = "00000000-0000-0000-0000-000000000000";

const fileRow = z.object({
  id: z.uuid(),
  domain: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  createdAt: time,
  givenAt: time.nullable(),
  threadId: z.uuid().nullable(),
  number: z.int().nullable(),
});

/** What the member gave, whatever for; the photo that they show, and all else under its own name and a number, since names repeat. */
export const files: Part = {
  name: "files",
  columns: [
    "path",
    "name",
    "for",
    "type",
    "bytes",
    "createdAt",
    "givenAt",
    "conversationId",
    "conversation",
    "number",
  ],
  values: { for: "FileDomain" },
  async read(tx, _, after) {
    const [id = firstId, count = 0] = after ?? [];
    const found = await sqlRows(tx, fileRow)`SELECT * FROM own_files(${id}::uuid, ${pageSize}::int)`;
    const photoId = await sqlValue(tx, z.uuid().nullable())`SELECT photo_id FROM own_profile()`;
    const stand = await standing(tx, found);
    const named = found.map((file, index) => ({
      file,
      path: file.id === photoId ? photoPath : `files/${entryName(Number(count) + index + 1, file.name)}`,
    }));
    const last = found.at(-1);
    return {
      rows: named.map(
        ({ path, file: { name, domain, type, size, createdAt, givenAt, threadId, number } }) => ({
          path,
          name,
          for: domain,
          type,
          bytes: size,
          createdAt,
          givenAt,
          ...placeOf(stand(threadId), number),
        }),
      ),
      next: found.length === pageSize && last ? [last.id, Number(count) + found.length] : null,
      files: named.map(({ path, file }) => ({ fileId: file.id, path })),
    };
  },
};
