"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { useLive } from "#components/live/live-provider.tsx";
import { type Answer, request, requestByHttp } from "#components/live/live-request.ts";
import { useCatchUp, useLiveEvent } from "#components/live/use-live-event.ts";
import type { ChatPage, Thread } from "#lib/chat/schema.ts";
import { newId } from "#lib/ids.ts";
import { createCatchUp } from "./catch-up.ts";
import type { ConversationActions } from "./chat-actions.ts";
import { openConversation } from "./conversation-state.ts";
import { createConversationStore } from "./conversation-store.ts";
import { keepPending } from "./keep-pending.ts";
import type { KeptText } from "./kept-text.ts";
import { createOutbox } from "./outbox.ts";

export type ConversationSource = {
  slug: string;
  viewerId: string;
  thread: Thread;
  page: ChatPage;
  actions: ConversationActions;
};

const askEvery = 10_000;

/** A conversation that begins as the server rendered it and stays whole: told by the socket, asked for after every doubt. */
export function useConversation(
  { slug, viewerId, thread, page, actions }: ConversationSource,
  kept: KeptText,
) {
  const { socket, status } = useLive();
  const threadId = thread.id;
  const [{ store, outbox, catchUp }] = useState(() => {
    const store = createConversationStore(openConversation(viewerId, page, thread.readNumber));
    return {
      store,
      outbox: createOutbox(threadId, store, async (message) => {
        const answer = await request(socket, () => socket.emitWithAck("message:send", message));
        return isOffline(answer) ? requestByHttp(() => actions.send(slug, message)) : answer;
      }),
      catchUp: createCatchUp(store, async (after) => {
        const answer = await request(socket, () => socket.emitWithAck("thread:sync", { threadId, after }));
        return isOffline(answer) ? requestByHttp(() => actions.sync(slug, { threadId, after })) : answer;
      }),
    };
  });
  const state = useSyncExternalStore(store.subscribe, store.get, store.get);

  useEffect(() => {
    const stopKeeping = keepPending(store, kept);
    void outbox.send();
    return () => {
      stopKeeping();
      outbox.close();
    };
  }, [store, kept, outbox]);
  useCatchUp(() => {
    void catchUp();
    void outbox.send();
  });
  useLiveEvent("message:new", (line) => {
    if (line.threadId === threadId) store.dispatch({ type: "received", lines: [line] });
  });
  useLiveEvent("thread:read", (mark) => {
    if (mark.threadId === threadId) store.dispatch({ type: "read", number: mark.number });
  });
  // Where no socket comes through, as behind some companies' proxies, one asks.
  useEffect(() => {
    if (status === "online") return;
    const timer = setInterval(() => void catchUp(), askEvery);
    return () => clearInterval(timer);
  }, [status, catchUp]);
  const hasGap = state.ahead.length > 0;
  useEffect(() => {
    if (hasGap) void catchUp();
  }, [hasGap, catchUp]);

  return {
    state,
    write(text: string) {
      const line = { clientId: newId(), text, writtenAt: new Date().toISOString() };
      store.dispatch({ type: "written", lines: [line] });
      void outbox.send();
    },
    withdraw(clientId: string) {
      store.dispatch({ type: "withdrawn", clientId });
    },
    markRead(number: number) {
      void request(socket, () => socket.emitWithAck("thread:read", { threadId, number })).then((answer) => {
        if (answer.ok) store.dispatch({ type: "read", number });
      });
    },
    /** Whether it worked. */
    async loadOlder(): Promise<boolean> {
      const before = store.get().lines[0]?.number ?? 1;
      const answer = await requestByHttp(() => actions.listOlder(slug, { threadId, before }));
      if (answer.ok) store.dispatch({ type: "older", page: answer.data });
      return answer.ok;
    },
  };
}

function isOffline<T>(answer: Answer<T>): boolean {
  return !answer.ok && answer.code === "offline";
}
