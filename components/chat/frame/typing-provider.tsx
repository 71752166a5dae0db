"use client";

import { createContext, type ReactNode, useEffect, useState } from "react";
import { useLiveEvent } from "#components/live/use-live-event.ts";
import { createTypingStore } from "./typing-store.ts";

export const TypingContext = createContext<ReturnType<typeof createTypingStore> | null>(null);

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
