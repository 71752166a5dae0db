"use client";

import { ConversationHeader } from "#components/chat/conversation/conversation-header.tsx";
import { MessageText } from "#components/chat/message/message-text.tsx";
import type { ChatLine, ChatRequest, Thread } from "#lib/chat/schema.ts";
import { RequestCard } from "./request-card.tsx";

type RequestViewProps = {
  thread: Thread;
  request: ChatRequest;
  /** What a direct thread's request says; nothing of a group is read before one is in it. */
  lines: ChatLine[];
};

/** A thread that asks for the viewer's consent: who asks, with which words, and the answers. */
export function RequestView({ thread, request, lines }: RequestViewProps) {
  const first = lines.find(({ notice, deleted }) => !notice && !deleted);
  return (
    <>
      <ConversationHeader thread={thread} />
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-8 md:px-8">
        <div className="mx-auto max-w-lg">
          {first && (
            <blockquote className="mb-8 rounded-bubble bg-sunken px-4.5 py-3 break-words whitespace-pre-wrap">
              <MessageText>{first.text}</MessageText>
            </blockquote>
          )}
          <RequestCard thread={thread} request={request} />
        </div>
      </div>
    </>
  );
}
