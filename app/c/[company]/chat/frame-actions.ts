"use server";

import { z } from "zod";
import { allowances } from "#lib/allowance.ts";
import { viewerAction } from "#lib/auth/actions.ts";
import { sendMessageSchema } from "#lib/chat/input.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { countUnread } from "#lib/chat/thread-list.ts";

/** The way of a message for a page without a live socket. */
export const sendMessageAction = viewerAction(sendMessageSchema, (viewer, message) => {
  allowances().messages.take(viewer.userId);
  return sendMessage(viewer, message);
});

/** How many messages wait, for a page without a live socket. */
export const countUnreadAction = viewerAction(z.null(), async (viewer) => ({
  unread: await countUnread(viewer),
}));
