"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { useLive } from "#components/live/live-provider.tsx";
import { request } from "#components/live/live-request.ts";
import { useLiveEvent } from "#components/live/use-live-event.ts";
import { useOutbox } from "./chat-outbox.tsx";
import { createTypingStore } from "./typing-store.ts";

const TypingContext = createContext<ReturnType<typeof createTypingStore> | null>(null);

/** Hears who types, in all threads of the viewer. */
export function TypingProvider({ viewerId, children }: { viewerId: string; children: ReactNode }) {
  const [store] = useState(createTypingStore);
  useEffect(() => store.clear, [store]);
  useLiveEvent("thread:typing", ({ threadId, memberId }) => {
    if (memberId !== viewerId) store.typed(threadId, memberId);
  });
  useLiveEvent("thread:changed", ({ threadId, lines }) => {
    store.wrote(
      threadId,
      lines.map(({ authorId }) => authorId),
    );
  });
  return <TypingContext value={store}>{children}</TypingContext>;
}

const minIntervalMs = 3_000;

/** The ids of the members who type in a thread now, but for the viewer's. */
export function useTyping(threadId: string): readonly string[] {
  const store = useContext(TypingContext);
  if (!store) throw new Error("useTyping() is called outside of a TypingProvider");
  return useSyncExternalStore(
    store.subscribe,
    () => store.in(threadId),
    () => store.in(threadId),
  );
}

/** Returns a function to call at each keystroke: it reports at most every three seconds that the viewer types, and only while connected. */
export function useTypingSender(threadId: string): () => void {
  const { socket } = useLive();
  const outbox = useOutbox();
  const said = useRef(0);
  // Anyone who types on after a line has come is shown at once.
  useEffect(
    () =>
      outbox.onSent((line) => {
        if (line.threadId === threadId) said.current = 0;
      }),
    [outbox, threadId],
  );
  return () => {
    if (!socket.connected || Date.now() - said.current < minIntervalMs) return;
    said.current = Date.now();
    void request(socket, () => socket.emitWithAck("thread:typing", { threadId }));
  };
}
