import type { ChatLine, ChatPage, SendMessage, ThreadCard } from "#lib/chat/schema.ts";
import type { ActionResult } from "#lib/results.ts";

type ViewerAction<Input, T> = (slug: string, input: Input) => Promise<ActionResult<T>>;

/** What a conversation asks of the server where there is no socket, or none is needed. */
export type ConversationActions = {
  send: ViewerAction<SendMessage, ChatLine>;
  sync: ViewerAction<{ threadId: string; after: number }, ChatPage & { readNumber: number }>;
  listOlder: ViewerAction<{ threadId: string; before: number }, ChatPage>;
};

export type ListThreads = ViewerAction<null, ThreadCard[]>;
export type OpenThread = () => Promise<ActionResult<never>>;
