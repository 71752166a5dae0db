"use client";

import { useSyncExternalStore } from "react";
import type { ChatFile } from "#lib/chat/schema.ts";
import { openThreadUploads } from "./thread-uploads.ts";
import type { Upload } from "./upload.ts";
import { useThreadUploads } from "./uploads-provider.tsx";
import { isBusy, readyFiles, type UploadsState } from "./uploads-store.ts";

export type Uploads = {
  list: readonly Upload[];
  surplus: number;
  /** Those that are ready, in order: their ids go with the message. */
  files: ChatFile[];
  /** Some are still on their way. */
  busy: boolean;
  hrefOf: (file: ChatFile) => string;
  add: (files: Iterable<File>) => void;
  restore: (files: ChatFile[]) => void;
  cancel: (key: string) => void;
  retry: (key: string) => void;
  clear: (sent: readonly ChatFile[]) => void;
};

const none: UploadsState = { list: [], surplus: 0 };

/** The files of the message that is being written: they go up as soon as they are chosen; those that are ready survive a reload. */
export function useUploads(threadId: string): Uploads {
  const { store, hrefOf } = useThreadUploads(threadId, openThreadUploads);
  const state = useSyncExternalStore(store.subscribe, store.get, () => none);
  const { add, restore, cancel, retry, clear } = store;
  return {
    ...state,
    files: readyFiles(state),
    busy: isBusy(state),
    hrefOf,
    add,
    restore,
    cancel,
    retry,
    clear,
  };
}
