"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import type { ChatActions } from "#components/chat/chat-actions.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { requestEither } from "#components/live/live-request.ts";
import { useCatchUp, useLiveEvent, usePolling } from "#components/live/use-live-event.ts";

const UnreadContext = createContext(0);

type UnreadProviderProps = {
  slug: string;
  initial: number;
  countUnread: ChatActions["countUnread"];
  children: ReactNode;
};

// Time for a message that is being looked at to be marked as read.
const settling = 250;
const askEvery = 30_000;

/** Knows how many messages wait, over all threads: asked for again whenever something was written or read on any screen. */
export function UnreadProvider({ slug, initial, countUnread, children }: UnreadProviderProps) {
  const { socket } = useLive();
  const [unread, setUnread] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function recountSoon() {
    timer.current ??= setTimeout(recount, settling);
  }
  async function recount() {
    // From here on what happens asks again: the answer may not know of it.
    timer.current = undefined;
    const answer = await requestEither(
      socket,
      () => socket.emitWithAck("unread:count", null),
      () => countUnread(slug, null),
    );
    if (answer.ok) setUnread(answer.data.unread);
    else if (answer.code === "too-many") timer.current ??= setTimeout(recount, answer.retryAfter * 1_000);
  }
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  useCatchUp(recountSoon);
  usePolling(recountSoon, askEvery);
  useLiveEvent("thread:changed", recountSoon);
  useLiveEvent("threads:changed", recountSoon);
  useLiveEvent("thread:gone", recountSoon);
  useLiveEvent("thread:read", recountSoon);

  return <UnreadContext value={unread}>{children}</UnreadContext>;
}

/** How many messages wait for the viewer, without those of muted and archived threads. */
export function useUnread(): number {
  return useContext(UnreadContext);
}
