"use client";

import type { ReactNode } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { fileHref } from "#components/chat/files/file-href.ts";
import { MessageFiles } from "#components/chat/files/message-files.tsx";
import { useThreadDetails } from "#components/chat/state/use-thread-details.ts";
import { MessageText } from "#components/chat/text/message-text.tsx";
import { useCatchUp, useLiveEvent } from "#components/live/use-live-event.ts";
import type { ChatLine, ChatRequest, Thread } from "#lib/chat/schema.ts";
import { ConversationHeader } from "./conversation-header.tsx";
import { RequestCard } from "./request-card.tsx";

type RequestViewProps = {
  thread: Thread;
  request: ChatRequest;
  /** What a direct thread's request says; nothing of a group is read before one is in it. */
  lines: ChatLine[];
  /** What is to be said of seeing it. */
  note: ReactNode;
};

/** A thread that asks for the viewer's consent: who asks, with which words and files, as they are now, and the answers. */
export function RequestView({ thread, request, lines, note }: RequestViewProps) {
  const { slug } = useChatRoom();
  const refreshSoon = useThreadDetails(thread, lines);
  useCatchUp(refreshSoon);
  useLiveEvent("thread:changed", ({ threadId }) => {
    if (threadId === thread.id) refreshSoon();
  });
  const first = lines.find(({ notice, deleted }) => !notice && !deleted);
  return (
    <>
      <ConversationHeader thread={thread} />
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-6 md:px-6">
        <div className="mx-auto max-w-lg">
          {first && (
            <div className="mb-6 flex flex-col items-start gap-2">
              {first.text && (
                <blockquote className="w-full rounded-bubble bg-sunken px-4 py-3 break-words whitespace-pre-wrap">
                  <MessageText>{first.text}</MessageText>
                </blockquote>
              )}
              <MessageFiles files={first.files} hrefOf={({ id }) => fileHref(slug, thread.id, id)} />
            </div>
          )}
          <RequestCard thread={thread} request={request} />
          <div className="mt-6 empty:hidden">{note}</div>
        </div>
      </div>
    </>
  );
}
