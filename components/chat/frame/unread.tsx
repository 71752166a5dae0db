"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { ChatActions } from "#components/chat/chat-actions.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { requestEither } from "#components/live/live-request.ts";
import { useCatchUp, useLiveEvent, usePolling } from "#components/live/use-live-event.ts";
import { Count } from "#components/ui/count.tsx";
import { createRecount } from "./recount.ts";

const UnreadContext = createContext(0);

type UnreadProviderProps = {
  slug: string;
  initial: number;
  countUnread: ChatActions["countUnreadAction"];
  children: ReactNode;
};

const pollIntervalMs = 30_000;

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
    else if (answer.code === "unexpected") return pollIntervalMs;
  }
  useEffect(() => recount.watch(document), [recount]);
  useCatchUp(recount.soon);
  usePolling(recount.soon, pollIntervalMs);
  useLiveEvent("thread:changed", recount.soon);
  useLiveEvent("threads:changed", recount.soon);
  useLiveEvent("thread:gone", recount.soon);
  useLiveEvent("thread:read", recount.soon);

  return <UnreadContext value={unread}>{children}</UnreadContext>;
}

/** How many messages wait for the viewer, without those of muted and archived threads. */
function useUnread(): number {
  return useContext(UnreadContext);
}

/** How many messages wait, over all threads. */
export function UnreadBadge() {
  const text = useTranslations("chat");
  const unread = useUnread();
  return <Count value={unread} label={text("unread", { count: unread })} />;
}

const maxShown = 99;

/** How many messages wait, before the title of the browser's tab: "(3) Feed". */
export function UnreadTitle() {
  const unread = useUnread();
  useEffect(() => {
    if (unread > 0) return keepTitle(unread > maxShown ? `(${maxShown}+) ` : `(${unread}) `);
  }, [unread]);
  return null;
}

/** Keeps a prefix on the page's title, also when the page changes its title. Returns a function that removes it. */
function keepTitle(words: string): () => void {
  let title = document.title;
  let shown = "";

  function show(): void {
    if (document.title === shown) return;
    title = document.title;
    shown = words + title;
    document.title = shown;
    // document.title comes trimmed.
    shown = document.title;
  }

  const observer = new MutationObserver(show);
  observer.observe(document.head, { childList: true, characterData: true, subtree: true });
  show();
  return () => {
    observer.disconnect();
    if (document.title === shown) document.title = title;
  };
}
