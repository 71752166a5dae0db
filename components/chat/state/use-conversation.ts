"use client";

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import type { ConversationActions } from "#components/chat/chat-actions.ts";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { useOutbox } from "#components/chat/frame/chat-outbox.tsx";
import type { Written } from "#components/chat/frame/outbox.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { requestAction, requestEither } from "#components/live/live-request.ts";
import { useCatchUp, useLiveEvent, usePolling } from "#components/live/use-live-event.ts";
import { isSilent } from "#lib/chat/folds.ts";
import type { ChatPage, Thread } from "#lib/chat/schema.ts";
import { createCatchUp } from "./catch-up.ts";
import { createConversationPages } from "./conversation-pages.ts";
import { authorsOf, openConversation } from "./conversation-state.ts";
import { createConversationStore, joinOutbox } from "./conversation-store.ts";
import { useThreadDetails } from "./use-thread-details.ts";

export type ConversationSource = {
  slug: string;
  viewerId: string;
  thread: Thread;
  page: ChatPage & { newer?: boolean };
  actions: ConversationActions;
};

const pollIntervalMs = 10_000;

/** A conversation that begins as the server rendered it and stays whole: told by the socket, asked for after every doubt. */
export function useConversation({ slug, viewerId, thread, page, actions }: ConversationSource) {
  const { socket } = useLive();
  const { commands } = useChatRoom();
  const outbox = useOutbox();
  const threadId = thread.id;
  const [{ store, catchUp, pages, newSince, latestAuthors }] = useState(() => {
    const readNumber = Math.max(thread.readNumber, readHere(viewerId, threadId));
    const store = createConversationStore(openConversation(viewerId, page, { ...thread, readNumber }));
    const isNew = page.lines.some(
      (line) => line.number > readNumber && line.authorId !== viewerId && !isSilent(line),
    );
    return {
      store,
      newSince: isNew ? readNumber : null,
      latestAuthors: () => authorsOf(store.get()),
      pages: createConversationPages(store, {
        listOlder: (before) =>
          requestAction(socket, () => actions.listOlderMessagesAction(slug, { threadId, before })),
        listAround: (number) =>
          requestAction(socket, () => actions.listMessagesAroundAction(slug, { threadId, number })),
      }),
      catchUp: createCatchUp(store, sync, () => refreshThread()),
    };
  });
  const state = useSyncExternalStore(store.subscribe, store.get, store.get);
  const refreshThread = useEffectEvent(useThreadDetails(thread, state.lines));

  async function sync(after: number) {
    const answer = await requestEither(
      socket,
      () => socket.emitWithAck("thread:sync", { threadId, after }),
      () => actions.syncThreadAction(slug, { threadId, after }),
    );
    if (answer.ok) outbox.settle(answer.data.lines);
    return answer;
  }

  useEffect(() => joinOutbox(store, outbox, threadId), [store, outbox, threadId]);
  useEffect(() => catchUp.watch(), [catchUp]);
  useEffect(() => noteReadHere(viewerId, threadId, state.readNumber), [viewerId, threadId, state.readNumber]);
  useCatchUp(catchUp);
  usePolling(catchUp, pollIntervalMs);
  useLiveEvent("thread:changed", (push) => {
    if (push.threadId === threadId) store.dispatch({ type: "pushed", push });
  });
  useLiveEvent("thread:read", (mark) => {
    if (mark.threadId === threadId) store.dispatch({ type: "read", number: mark.number });
  });
  useLiveEvent("thread:seen", ({ memberId, number, ...mark }) => {
    if (mark.threadId === threadId && memberId !== viewerId)
      store.dispatch({ type: "seen", mark: { memberId, number } });
  });

  return {
    state,
    /** The number up to which the viewer had read on coming here; null when there was nothing new. */
    newSince,
    seen: state.seen,
    latestAuthors,
    write(written: Written): void {
      outbox.write(threadId, written);
      void pages.toNewest();
    },
    /** After a change of one's own: the socket tells of it; where there is none, it is asked for. */
    async changed(): Promise<void> {
      if (!socket.connected) await catchUp();
    },
    withdraw(clientId: string): void {
      outbox.withdraw(threadId, clientId);
    },
    /** Whether it worked. */
    async markRead(number: number): Promise<boolean> {
      const answer = await requestEither(
        socket,
        () => socket.emitWithAck("thread:read", { threadId, number }),
        () => commands.markReadAction(slug, { threadId, number }),
      );
      if (answer.ok) store.dispatch({ type: "read", number });
      return answer.ok;
    },
    ...pages,
  };
}

const numbers = new Map<string, number>();

/** Up to which number the viewer has read a thread in this tab: a page that the browser kept may not know it yet. */
function readHere(viewerId: string, threadId: string): number {
  return numbers.get(`${viewerId}:${threadId}`) ?? 0;
}

/** To be called in a browser only. */
function noteReadHere(viewerId: string, threadId: string, number: number): void {
  numbers.set(`${viewerId}:${threadId}`, Math.max(number, readHere(viewerId, threadId)));
}
