"use client";

import type { ReactNode } from "react";
import type { ChatActions } from "#components/chat/chat-actions.ts";
import { UploadsProvider } from "#components/chat/files/uploads-provider.tsx";
import { ChatOutbox } from "./chat-outbox.tsx";
import { LostLines } from "./lost-lines.tsx";
import { PresenceProvider } from "./presence-provider.tsx";
import { TypingProvider } from "./typing.tsx";
import { UnreadProvider, UnreadTitle } from "./unread.tsx";

type ChatFrameProps = {
  slug: string;
  viewerId: string;
  /** How many messages wait for the viewer. */
  unread: number;
  actions: ChatActions;
  children: ReactNode;
};

/** What every page of a company knows of its viewer's chat, and does for it. Only below a LiveProvider. */
export function ChatFrame({ slug, viewerId, unread, actions, children }: ChatFrameProps) {
  return (
    <ChatOutbox slug={slug} viewerId={viewerId} actions={actions}>
      <UnreadProvider slug={slug} initial={unread} countUnread={actions.countUnreadAction}>
        <UnreadTitle />
        <TypingProvider viewerId={viewerId}>
          <PresenceProvider>
            <UploadsProvider slug={slug} viewerId={viewerId}>
              {children}
            </UploadsProvider>
            <LostLines />
          </PresenceProvider>
        </TypingProvider>
      </UnreadProvider>
    </ChatOutbox>
  );
}
