import "server-only";
import { env } from "#lib/env.ts";
import { folderStore } from "./folder-store.ts";

/** Where bytes lie, under keys like `company/file` or `company/file.preview`. */
export type FileStore = {
  /** Takes a file of this machine over, in place of what lay under the key. It is there whole or not at all, also after a crash. */
  put: (key: string, path: string) => Promise<void>;
  /** What lies under the key; null when nothing does. */
  open: (key: string) => Promise<StoredBytes | null>;
  /** It is no error when nothing lies there. */
  remove: (key: string) => Promise<void>;
  /** The keys that were put before a time, in no order. */
  listOlderThan: (time: Date) => AsyncIterable<string>;
};

export type StoredBytes = { size: number; body: ReadableStream<Uint8Array> };

/** The store of this installation. */
export function fileStore(): FileStore {
  return folderStore(env().uploads);
}
