import type { sendMessageAction } from "#app/c/[company]/chat/frame-actions.ts";
import type { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";

/** How a first line goes to somebody: their conversation is opened, and it is sent. */
export type Greet = { start: typeof startThreadAction; send: typeof sendMessageAction };
