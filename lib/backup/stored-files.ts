import "server-only";
import { keyOf } from "#lib/files/keys.ts";
import type { FileStore } from "#lib/files/store.ts";
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
    if (!preview) continue;
    const shown = keyOf(company_id, id, "preview");
    yield { key: shown, body: (await store.open(shown))?.body ?? null };
    // Made when it is first asked for: most pictures have none.
    const square = keyOf(company_id, id, "square");
    const made = await store.open(square);
    if (made) yield { key: square, body: made.body };
  }
}
