"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { ChatActions } from "#components/chat/chat-actions.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { requestEither } from "#components/live/live-request.ts";
import { useCatchUp, useLiveEvent, usePolling } from "#components/live/use-live-event.ts";
import { createRecount } from "./recount.ts";

const UnreadContext = createContext(0);

type UnreadProviderProps = {
  slug: string;
  initial: number;
  countUnread: ChatActions["countUnreadAction"];
  children: ReactNode;
};

const askEvery = 30_000;

/** Knows how many messages wait, over all threads: asked for again whenever something was written or read on any screen. */
export function UnreadProvider({ slug, initial, countUnread, children }: UnreadProviderProps) {
  const { socket } = useLive();
  const [unread, setUnread] = useState(initial);
  const [recount] = useState(() => createRecount(count));

  async function count(): Promise<number | undefined> {
    const answer = await requestEither(
      socket,
      () => socket.emitWithAck("unread:count", null),
      () => countUnread(slug, null),
    );
    if (answer.ok) setUnread(answer.data.unread);
    else if (answer.code === "too-many") return answer.retryAfter * 1_000;
    else if (answer.code === "unexpected") return askEvery;
  }
  useEffect(() => recount.watch(document), [recount]);
  useCatchUp(recount.soon);
  usePolling(recount.soon, askEvery);
  useLiveEvent("thread:changed", recount.soon);
  useLiveEvent("threads:changed", recount.soon);
  useLiveEvent("thread:gone", recount.soon);
  useLiveEvent("thread:read", recount.soon);

  return <UnreadContext value={unread}>{children}</UnreadContext>;
}

/** How many messages wait for the viewer, without those of muted and archived threads. */
export function useUnread(): number {
  return useContext(UnreadContext);
}
