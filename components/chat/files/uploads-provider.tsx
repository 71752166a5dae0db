"use client";

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { deviceStorage, tabStorage } from "#components/chat/browser-storage.ts";
import type { ChatFile } from "#lib/chat/schema.ts";
import { fileHref, filesHref } from "./file-href.ts";
import { begunFiles, keptFiles } from "./kept-files.ts";
import { sendFile } from "./send-file.ts";
import { fromBegun, fromFile, type Upload } from "./upload.ts";
import { createUploads, isBusy, readyFiles, type UploadsState, type UploadsStore } from "./uploads-store.ts";

type ThreadUploads = { store: UploadsStore; hrefOf: (file: ChatFile) => string };

const UploadsContext = createContext<((threadId: string) => ThreadUploads) | null>(null);

type UploadsProviderProps = { slug: string; viewerId: string; children: ReactNode };

/** Takes files up for the viewer, whichever thread or page of the company is open. */
export function UploadsProvider({ slug, viewerId, children }: UploadsProviderProps) {
  const [{ of, again, look, close }] = useState(() => openThreads(slug, viewerId));
  useEffect(() => {
    addEventListener("online", again);
    addEventListener("storage", look);
    return () => {
      removeEventListener("online", again);
      removeEventListener("storage", look);
      close();
    };
  }, [again, look, close]);
  return <UploadsContext value={of}>{children}</UploadsContext>;
}

/** The files of one thread's message in the making. Only below an UploadsProvider. */
function useThreadUploads(threadId: string): ThreadUploads {
  const of = useContext(UploadsContext);
  if (!of) throw new Error("useThreadUploads() is called outside of an UploadsProvider");
  return of(threadId);
}

function openThreads(slug: string, viewerId: string) {
  const threads = new Map<string, ReturnType<typeof openThread>>();
  return {
    of(threadId: string): ThreadUploads {
      const thread = threads.get(threadId) ?? openThread(slug, viewerId, threadId);
      threads.set(threadId, thread);
      return thread;
    },
    /** Retry what failed for lack of a connection. */
    again(): void {
      for (const { store } of threads.values()) store.again();
    },
    /** Another tab has changed the files of the same draft. */
    look({ key }: StorageEvent): void {
      for (const { store, kept } of threads.values()) if (kept.owns(key)) store.adopt(kept.read());
    },
    close(): void {
      for (const { store } of threads.values()) store.close();
    },
  };
}

function openThread(slug: string, viewerId: string, threadId: string) {
  const kept = keptFiles(deviceStorage(), viewerId, threadId);
  const begun = begunFiles(tabStorage(), viewerId, threadId);
  const hrefOf = ({ id }: ChatFile) => fileHref(slug, threadId, id);
  const store = createUploads(
    {
      send: (file, onProgress, signal) => sendFile(filesHref(slug, threadId), file, onProgress, signal),
      // A failure needs no handling: the server removes unsent files after a day.
      remove: (file) => void fetch(hrefOf(file), { method: "DELETE", keepalive: true }).catch(() => {}),
      keep: kept.keep,
      keepBegun: begun.keep,
    },
    [...kept.read().map(fromFile), ...begun.read().map(fromBegun)],
  );
  return { store, kept, hrefOf };
}

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
  const { store, hrefOf } = useThreadUploads(threadId);
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
