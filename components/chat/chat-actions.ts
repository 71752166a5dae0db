import type * as chatActions from "#app/c/[company]/chat/actions.ts";
import type * as messageActions from "#app/c/[company]/chat/message-actions.ts";
import type * as threadActions from "#app/c/[company]/chat/thread-actions.ts";
import type * as paletteActions from "#app/c/[company]/palette-actions.ts";
import type { ActionResult } from "#lib/results.ts";

/** What the frame asks of the server for its chat where there is no socket. */
export type ChatActions = Pick<typeof chatActions, "countUnreadAction" | "sendMessageAction">;

/** What a conversation asks of the server where there is no socket, or none is needed. */
export type ConversationActions = Pick<
  typeof chatActions & typeof threadActions,
  "listMessagesAroundAction" | "listOlderMessagesAction" | "markReadAction" | "syncThreadAction"
>;

/** What people do with messages that are sent. */
export type MessageActions = typeof messageActions;
export type SearchMessages = MessageActions["searchMessagesAction"];

/** What people do with threads. */
export type ThreadActions = typeof threadActions & Pick<typeof paletteActions, "findInCompanyAction">;

export type ListThreads = typeof chatActions.listThreadsAction;
export type OpenThread = () => Promise<ActionResult<never>>;
