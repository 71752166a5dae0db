import "server-only";
import { idsOf, keyOf, looks } from "#lib/files/keys.ts";
import type { FileStore } from "#lib/files/store.ts";
import { withClient } from "#lib/pg-client.ts";
import type { FileRow } from "./snapshot.ts";

/** What lies under a file's keys; null where it has a row and its bytes are gone, or are others. */
type StoredFile = { key: string; body: AsyncIterable<Uint8Array> | null };

/**
 * The bytes of the files that have a row in the snapshot: bytes come before their row and go after it, so they were there at its moment.
 * Those that were taken away since are gone. Bytes without a row are left out.
 */
export async function* openFiles(store: FileStore, rows: AsyncIterable<FileRow>): AsyncGenerator<StoredFile> {
  for await (const { company_id, id, size, preview } of rows) {
    const key = keyOf(company_id, id);
    const stored = await store.open(key);
    if (stored && stored.size !== size) await stored.body.cancel();
    yield { key, body: stored?.size === size ? stored.body : null };
    for (const look of looks) {
      const shown = keyOf(company_id, id, look);
      const made = await store.open(shown);
      // All but a preview is there or not: a square is made when it is first asked for, and few files are photos.
      if (made || (look === "preview" && preview)) yield { key: shown, body: made?.body ?? null };
    }
  }
}

const batch = 1_000;

/**
 * Counts, of the files whose bytes are missing, those that nobody took away: a file's row goes before its bytes, so a row that is there
 * still, outside of the snapshot, should have them.
 */
export class LostFiles {
  readonly #ownerUrl: string;
  #waiting: string[] = [];
  #last = "";
  #count = 0;

  constructor(ownerUrl: string) {
    this.#ownerUrl = ownerUrl;
  }

  async add(key: string): Promise<void> {
    const { fileId } = idsOf(key);
    // Its preview comes next, and is the same file's.
    if (fileId === this.#last) return;
    this.#last = fileId;
    this.#waiting.push(fileId);
    if (this.#waiting.length >= batch) await this.#look();
  }

  async count(): Promise<number> {
    if (this.#waiting.length > 0) await this.#look();
    return this.#count;
  }

  async #look(): Promise<void> {
    const ids = this.#waiting.splice(0);
    await withClient(this.#ownerUrl, async (client) => {
      await client.query("BEGIN READ ONLY; SET LOCAL ROLE okaeri_backup");
      this.#count += (await client.query("SELECT FROM files WHERE id = ANY ($1)", [ids])).rowCount ?? 0;
    });
  }
}
