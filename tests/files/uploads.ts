import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder of the test file's own, as UPLOADS; and files in it with these bytes. */
export function openUploads() {
  const folder = mkdtempSync(join(tmpdir(), "okaeri-files-"));
  Object.assign(process.env, {
    AUTH_SECRET: "a secret of the tests, long enough to be one",
    EMBEDDED_DATABASE_URL: "postgresql://o:o@127.0.0.1:1/none",
    UPLOADS: folder,
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let count = 0;
  return {
    folder,
    write(bytes: Uint8Array | string, name = `file-${++count}`): string {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    },
  };
}

/** A body as a request has it, in pieces. */
export function bodyOf(...pieces: (Uint8Array | string)[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const queue = pieces.map((piece) => (typeof piece === "string" ? encoder.encode(piece) : piece));
  return new ReadableStream({
    pull(controller) {
      const piece = queue.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
}
