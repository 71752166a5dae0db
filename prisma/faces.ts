import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "pg";
import sharp from "sharp";
import { keyOf, type Look } from "#lib/files/keys.ts";
import type { FileStore } from "#lib/files/store.ts";
import { idAt } from "#lib/ids.ts";
import { makeChance } from "./world/chance.ts";
import { portraitOf } from "./world/faces/portrait.ts";
import { sitterOf } from "./world/faces/sitters.ts";
import type { Sitter } from "./world/faces/traits.ts";
import { everybody } from "./world/people.ts";
import type { World } from "./world/sample.ts";

const side = 192;
const atOnce = 4;

/** Where photos lie, and a folder on the same disk. */
export type FaceStore = { store: FileStore; folder: string };
type Face = { companyId: string; memberId: string; photoId: string; sitter: Sitter };

/** Gives photos to people of the sample world, drawn here and of nobody: within the transaction that fills it in. Returns how many. */
export async function drawFaces(client: Client, world: World, { store, folder }: FaceStore): Promise<number> {
  const draft = await mkdtemp(join(folder, "faces-"));
  try {
    const faces = facesOf(world);
    const waiting = [...faces];
    const rows: object[] = [];
    const draw = async () => {
      for (let face = waiting.pop(); face; face = waiting.pop())
        rows.push(await drawFace(face, store, draft));
    };
    await Promise.all(Array.from({ length: atOnce }, draw));
    await client.query(
      `INSERT INTO files (company_id, id, domain, uploader_id, name, type, size, width, height)
        SELECT company_id, id, 'PHOTO', uploader_id, 'photo.webp', 'image/webp', size, ${side}, ${side}
        FROM json_populate_recordset(NULL::files, $1)`,
      [JSON.stringify(rows)],
    );
    await client.query(
      `UPDATE profiles p SET photo_id = f.id FROM files f
        WHERE f.domain = 'PHOTO' AND p.company_id = f.company_id AND p.member_id = f.uploader_id`,
    );
    return faces.length;
  } finally {
    await rm(draft, { recursive: true });
  }
}

function facesOf({ members, users }: World): Face[] {
  const sitters = new Map(everybody().map((person) => [person.email, sitterOf(person)]));
  const emails = new Map(users.map(({ id, email }) => [id, email]));
  return members.flatMap(({ companyId, id: memberId, userId, status, createdAt }) => {
    const sitter = sitters.get(emails.get(userId) ?? "");
    if (!sitter || status === "INVITED") return [];
    const photoId = idAt(new Date(createdAt), makeChance(`photo ${memberId}`).bytes(10));
    return [{ companyId, memberId, photoId, sitter }];
  });
}

/** Puts its squares into the store, and returns its row. */
async function drawFace({ companyId, memberId, photoId, sitter }: Face, store: FileStore, draft: string) {
  const drawn = await sharp(Buffer.from(portraitOf(sitter)), { density: (72 * side) / 128 })
    .removeAlpha()
    .png({ compressionLevel: 0 })
    .toBuffer();
  const put = async (pixels: number, look?: Look) => {
    const bytes = await sharp(drawn).resize(pixels).webp({ quality: 82, effort: 2 }).toBuffer();
    const path = join(draft, `${photoId}-${pixels}`);
    await writeFile(path, bytes);
    await store.put(keyOf(companyId, photoId, look), path);
    return bytes.length;
  };
  const [size] = await Promise.all([put(side), put(128, "medium"), put(64, "small")]);
  return { company_id: companyId, id: photoId, uploader_id: memberId, size };
}
