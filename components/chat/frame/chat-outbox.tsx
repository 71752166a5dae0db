"use client";

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { ChatActions } from "#components/chat/chat-actions.ts";
import { deviceStorage, takeDeviceTurn } from "#components/live/browser-storage.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { type Answer, offline, requestEither } from "#components/live/live-request.ts";
import { renewPage } from "#components/live/old-page.ts";
import { useCatchUp, useLiveEvent } from "#components/live/use-live-event.ts";
import type { SendMessage } from "#lib/chat/input.ts";
import { pushOf } from "#lib/chat/push.ts";
import type { ChatLine, ThreadPush } from "#lib/chat/schema.ts";
import type { ServerEvents } from "#lib/live/events.ts";
import { brokenLimit } from "./broken-limit.ts";
import { keptLines, type LinesByThread } from "./kept-lines.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { sendBySocket } from "./send-by-socket.ts";

const OutboxContext = createContext<Outbox | null>(null);

type ChatOutboxProps = { slug: string; viewerId: string; actions: ChatActions; children: ReactNode };

/**
 * Sends what the viewer has written on this device as soon as there is a connection, whichever page is open: also what another tab, or
 * one that is closed by now, left behind.
 */
export function ChatOutbox({ slug, viewerId, actions, children }: ChatOutboxProps) {
  const { socket } = useLive();
  const [{ outbox, kept }] = useState(() => {
    const kept = keptLines(deviceStorage(), viewerId);
    const takeTurn = (threadId: string, work: () => Promise<void>) =>
      takeDeviceTurn(`okaeri:${viewerId}:${threadId}`, work);
    return { kept, outbox: createOutbox({ kept, deliver, takeTurn }) };

    /** Hands what an answer told to the listeners of this page, as if the sidecar had pushed it. */
    function tell(push: ThreadPush): void {
      const listeners = socket.listeners("thread:changed") as ServerEvents["thread:changed"][];
      for (const listener of listeners) listener(push);
    }
    async function deliver(message: SendMessage): Promise<Answer<ChatLine>> {
      const limit = brokenLimit(message);
      if (limit) return limit;
      const answer = await requestEither(
        socket,
        () => sendBySocket(socket, message, tell),
        async () => {
          const answer = await actions.sendMessageAction(slug, message);
          if (answer.ok) tell(pushOf(answer.data));
          return answer;
        },
      );
      // Lines and drafts are kept on the device: the new page sends them.
      if (!answer.ok && answer.code === "outdated") renewPage();
      if (answer.ok || answer.code !== "not-found") return answer;
      // It may be the viewer who is not found, because the session has ended: then the line waits for them to come back.
      return (await isHere()) ? answer : offline;
    }
    async function isHere(): Promise<boolean> {
      const count = await requestEither(
        socket,
        () => socket.emitWithAck("unread:count", null),
        () => actions.countUnreadAction(slug, null),
      );
      return count.ok;
    }
  });

  useEffect(() => {
    const send = () => outbox.send();
    const look = ({ key }: StorageEvent) => {
      if (key === null || kept.owns(key)) outbox.send();
    };
    send();
    addEventListener("storage", look);
    addEventListener("online", send);
    return () => {
      removeEventListener("storage", look);
      removeEventListener("online", send);
      outbox.close();
    };
  }, [outbox, kept]);
  useCatchUp(outbox.send);
  useLiveEvent("thread:changed", ({ lines }) => outbox.settle(lines));

  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}

/** The outbox of this page. Only below a ChatOutbox. */
export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error("useOutbox() is called outside of a ChatOutbox");
  return outbox;
}

/** What is not known to be committed, by thread. */
export function useUnsentLines(): LinesByThread {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.lines, () => none);
}

const none: LinesByThread = new Map();

/** How many lines of each thread wait to be sent, and how many will not be; nothing for the others. */
export function useUnsent(): ReadonlyMap<string, { waiting: number; refused: number }> {
  const threads = [...useUnsentLines()];
  return new Map(
    threads.map(([threadId, lines]) => {
      const refused = lines.filter((line) => line.refused !== undefined).length;
      return [threadId, { waiting: lines.length - refused, refused }];
    }),
  );
}
