import type { OpenedPage } from "#components/chat/state/conversation-state.ts";
import type { SendMessage } from "#lib/chat/input.ts";
import type { ChatLine, ChatPage, ThreadCard, ThreadChanges } from "#lib/chat/schema.ts";
import type { ActionResult } from "#lib/results.ts";

type ViewerAction<Input, T> = (slug: string, input: Input) => Promise<ActionResult<T>>;

/** What the frame asks of the server for its chat where there is no socket. */
export type ChatActions = {
  send: ViewerAction<SendMessage, ChatLine>;
  countUnread: ViewerAction<null, { unread: number }>;
};

/** What a conversation asks of the server where there is no socket, or none is needed. */
export type ConversationActions = {
  sync: ViewerAction<{ threadId: string; after: number }, ThreadChanges>;
  listOlder: ViewerAction<{ threadId: string; before: number }, ChatPage>;
  listAround: ViewerAction<{ threadId: string; number: number }, OpenedPage>;
  markRead: ViewerAction<{ threadId: string; number: number }, unknown>;
};

export type ListThreads = ViewerAction<null, ThreadCard[]>;
export type OpenThread = () => Promise<ActionResult<never>>;
