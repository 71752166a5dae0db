import type * as conversationActions from "#app/c/[company]/chat/conversation-actions.ts";
import type * as frameActions from "#app/c/[company]/chat/frame-actions.ts";
import type * as threadActions from "#app/c/[company]/chat/thread-actions.ts";
import type * as paletteActions from "#app/c/[company]/palette-actions.ts";

/** What the frame asks of the server for its chat where there is no socket. */
export type ChatActions = typeof frameActions;

/** What a conversation asks of the server where there is no socket, or none is needed. */
export type ConversationActions = typeof conversationActions;
export type SearchMessages = ConversationActions["searchMessagesAction"];

/** What people do with threads. */
export type ThreadActions = typeof threadActions & Pick<typeof paletteActions, "findInCompanyAction">;
export type StartThread = ThreadActions["startThreadAction"];
