"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { deviceStorage } from "#components/chat/composer/kept-text.ts";
import type { ChatFile } from "#lib/chat/schema.ts";
import { fileHref, filesHref } from "./file-href.ts";
import { keptFiles } from "./kept-files.ts";
import { sendFile } from "./send-file.ts";
import { createUploads, isBusy, readyFiles, type Upload, type UploadsState } from "./uploads-store.ts";

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
  clear: () => void;
};

type UploadsSource = { slug: string; threadId: string; viewerId: string };

const none: UploadsState = { list: [], surplus: 0 };

/** The files of the message that is being written: they go up as soon as they are chosen, and survive a reload. */
export function useUploads({ slug, threadId, viewerId }: UploadsSource): Uploads {
  const hrefOf = ({ id }: ChatFile) => fileHref(slug, threadId, id);
  const [{ store, kept }] = useState(() => {
    const kept = keptFiles(deviceStorage(), viewerId, threadId);
    const store = createUploads({
      send: (file, onProgress, signal) => sendFile(filesHref(slug, threadId), file, onProgress, signal),
      // Whatever becomes of it: what is not sent is gone after a day.
      remove: (file) => void fetch(hrefOf(file), { method: "DELETE", keepalive: true }).catch(() => {}),
      keep: kept.keep,
    });
    return { store, kept };
  });
  const state = useSyncExternalStore(store.subscribe, store.get, () => none);

  useEffect(() => {
    store.restore(kept.read());
    return store.close;
  }, [store, kept]);
  // What only the connection kept from going up goes when there is one.
  useEffect(() => {
    const again = () => {
      for (const { key, failure } of store.get().list) if (failure?.code === "offline") store.retry(key);
    };
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [store]);

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
