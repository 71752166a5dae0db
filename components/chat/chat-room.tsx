"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { FindInCompany } from "#components/palette/search-state.ts";
import type { ParticipantRole } from "#lib/chat/schema.ts";
import type { ActionResult } from "#lib/results.ts";

type Command<Input, T = void> = (slug: string, input: Input) => Promise<ActionResult<T>>;
type Switch = Command<{ threadId: string; on: boolean }>;

/** What people do with threads, as server actions. */
export type ThreadCommands = {
  find: FindInCompany;
  start: Command<{ name: string | null; memberIds: string[] }, string>;
  add: Command<{ threadId: string; memberIds: string[] }, { added: number }>;
  remove: Command<{ threadId: string; memberId: string }>;
  leave: Command<{ threadId: string }>;
  rename: Command<{ threadId: string; name: string | null }>;
  setPicture: Command<{ threadId: string; fileId: string | null }>;
  setRole: Command<{ threadId: string; memberId: string; role: ParticipantRole }>;
  setJoinLink: Command<{ threadId: string; on: boolean }, string | null>;
  answer: Command<{ threadId: string; accept: boolean }>;
  block: Command<{ memberId: string }>;
  unblock: Command<{ memberId: string }>;
  markRead: Command<{ threadId: string; number: number }>;
  mute: Switch;
  pin: Switch;
  archive: Switch;
};

type ChatRoom = { slug: string; viewerId: string; commands: ThreadCommands };

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
