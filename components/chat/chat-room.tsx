"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ThreadActions } from "./chat-actions.ts";

type ChatRoom = { slug: string; viewerId: string; commands: ThreadActions };

const ChatRoomContext = createContext<ChatRoom | null>(null);

/** The company's chat and its viewer, for every part of it. */
export function ChatRoomProvider({ children, ...room }: ChatRoom & { children: ReactNode }) {
  return <ChatRoomContext value={room}>{children}</ChatRoomContext>;
}

export function useChatRoom(): ChatRoom {
  const room = useContext(ChatRoomContext);
  if (!room) throw new Error("useChatRoom() is called outside of a ChatRoomProvider");
  return room;
}
