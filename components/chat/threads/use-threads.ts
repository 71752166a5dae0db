"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { useLive } from "#components/live/live-provider.tsx";
import { requestAction } from "#components/live/live-request.ts";
import { useCatchUp, useLiveEvent, usePolling } from "#components/live/use-live-event.ts";
import type { ThreadCard } from "#lib/chat/schema.ts";
import { type Packed, unpack } from "#lib/packed.ts";
import { isInDoubt, type ThreadsEvent } from "./threads-state.ts";
import { createThreadsStore } from "./threads-store.ts";

// One command can cause several events: fetch once for all of them.
const settleMs = 200;
const pollIntervalMs = 30_000;

/** The viewer's threads as they are now: moved by what is told, fetched again after every doubt. */
export function useThreads(initial: Packed<ThreadCard[]>): ThreadCard[] {
  const { slug, viewerId, commands } = useChatRoom();
  const { socket } = useLive();
  const [store] = useState(() =>
    createThreadsStore(unpack(initial), () =>
      requestAction(socket, () => commands.listThreadsAction(slug, null)),
    ),
  );
  const threads = useSyncExternalStore(store.subscribe, store.get, store.get);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function refetchSoon(later = 0) {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void store.refetch();
    }, settleMs + later);
  }
  function tell(event: ThreadsEvent) {
    if (isInDoubt(store.get(), event)) refetchSoon();
    store.dispatch(event);
  }
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  useCatchUp(store.refetch);
  usePolling(store.refetch, pollIntervalMs);
  useLiveEvent("threads:changed", () => refetchSoon());
  useLiveEvent("people:changed", ({ within }) => refetchSoon(Math.random() * within));
  useLiveEvent("thread:changed", (push) => {
    if (store.get().some(({ id }) => id === push.threadId)) {
      tell({ type: "changed", push, viewerId });
      // A group's name and picture, and who is in it.
      if (push.lines.some(({ notice }) => notice)) refetchSoon();
    } else refetchSoon();
  });
  useLiveEvent("thread:read", (mark) => tell({ type: "read", ...mark }));
  useLiveEvent("thread:gone", ({ threadId }) => {
    store.dispatch({ type: "gone", threadId });
    // A fetch under way may still contain it.
    refetchSoon();
  });
  return threads;
}
