"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { openThreadUploads, ThreadUploads } from "./thread-uploads.ts";

type Open = typeof openThreadUploads;

const UploadsContext = createContext<((threadId: string, open: Open) => ThreadUploads) | null>(null);

type UploadsProviderProps = { slug: string; viewerId: string; children: ReactNode };

/** Takes files up for the viewer, whichever thread or page of the company is open. What it takes comes with the first thread that is opened. */
export function UploadsProvider({ slug, viewerId, children }: UploadsProviderProps) {
  const [{ of, again, look, close }] = useState(() => keepThreads(slug, viewerId));
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

/** The files of one thread's message in the making; `open` makes them the first time. Only below an UploadsProvider. */
export function useThreadUploads(threadId: string, open: Open): ThreadUploads {
  const of = useContext(UploadsContext);
  if (!of) throw new Error("useThreadUploads() is called outside of an UploadsProvider");
  return of(threadId, open);
}

function keepThreads(slug: string, viewerId: string) {
  const threads = new Map<string, ThreadUploads>();
  return {
    of(threadId: string, open: Open): ThreadUploads {
      const thread = threads.get(threadId) ?? open(slug, viewerId, threadId);
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
