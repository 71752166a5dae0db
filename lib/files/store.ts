import "server-only";
import { mkdir, open, opendir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

const companyPattern = /^[0-9a-f-]{36}$/;
const keyPattern = /^[0-9a-f-]{36}\/[0-9a-f-]{36}(\.[a-z]+)?$/;

/** Where bytes lie, under keys like `company/file` or `company/file.preview`. */
export type FileStore = {
  /** Takes a file of this machine over, in place of what lay under the key. It is there whole or not at all, also after a crash. */
  put: (key: string, path: string) => Promise<void>;
  /** What lies under the key; null when nothing does. */
  open: (key: string) => Promise<StoredBytes | null>;
  /** It is no error when nothing lies there. */
  remove: (key: string) => Promise<void>;
  /** The keys that were put before a time, in no order; a folder that cannot be read is logged and passed over. */
  listOlderThan: (time: Date) => AsyncIterable<string>;
};

export type StoredBytes = { size: number; body: ReadableStream<Uint8Array> };

/** The store of this installation. */
export function fileStore(): FileStore {
  return folderStore(env().uploads);
}

/** A store in a folder: `folder/company/file`. What put takes over must lie on the same disk. */
export function folderStore(folder: string): FileStore {
  return {
    async put(key, path) {
      const goal = pathOf(folder, key);
      await mkdir(dirname(goal), { recursive: true, mode: 0o700 });
      await sync(path);
      await rename(path, goal);
      await sync(dirname(goal));
    },

    async open(key) {
      const file = await unlessMissing(open(pathOf(folder, key)));
      if (!file) return null;
      const { size } = await file.stat();
      return { size, body: Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array> };
    },

    async remove(key) {
      await rm(pathOf(folder, key), { force: true });
    },

    async *listOlderThan(time) {
      for await (const company of list(folder)) {
        // A disk has folders of its own, which nobody may read.
        if (!companyPattern.test(company)) continue;
        try {
          for await (const name of list(join(folder, company))) {
            const key = `${company}/${name}`;
            if (!keyPattern.test(key)) continue;
            const found = await unlessMissing(stat(pathOf(folder, key)));
            if (found && found.mtime < time) yield key;
          }
        } catch (err) {
          log.error("a folder of files cannot be read", { err });
        }
      }
    },
  };
}

function pathOf(folder: string, key: string): string {
  if (!keyPattern.test(key)) throw new RangeError("no key of the file store");
  return join(folder, key);
}

async function sync(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function* list(folder: string): AsyncGenerator<string> {
  const entries = await unlessMissing(opendir(folder));
  if (entries) for await (const { name } of entries) yield name;
}

/** What `work` finds, or null where there is no such file or folder. */
export async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw error;
  }
}
