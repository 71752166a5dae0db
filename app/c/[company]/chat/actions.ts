"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { allowances } from "#lib/allowance.ts";
import { viewerAction } from "#lib/auth/actions.ts";
import {
  messageSchema,
  olderMessagesSchema,
  openThreadSchema,
  sendMessageSchema,
  syncThreadSchema,
} from "#lib/chat/input.ts";
import { listChanges, listMessagesAround, listMessagesBefore, sendMessage } from "#lib/chat/messages.ts";
import { countUnread, listThreads } from "#lib/chat/thread-list.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { findCompany } from "#lib/companies/companies.ts";

/** Opens the direct thread with a member and leads to it. */
export const openThreadAction = viewerAction(openThreadSchema, async (viewer, { memberId }) => {
  const threadId = await openDirectThread(viewer, memberId);
  const { slug } = await findCompany(viewer);
  redirect(`/c/${slug}/chat/${threadId}`);
});

/** The way of a message for a page without a live socket. */
export const sendMessageAction = viewerAction(sendMessageSchema, (viewer, message) => {
  allowances().messages.take(viewer.userId);
  return sendMessage(viewer, message);
});

/** The way back to a whole conversation for a page without a live socket. */
export const syncThreadAction = viewerAction(syncThreadSchema, (viewer, { threadId, after }) =>
  listChanges(viewer, threadId, after),
);

export const listOlderMessagesAction = viewerAction(olderMessagesSchema, (viewer, { threadId, before }) =>
  listMessagesBefore(viewer, threadId, before),
);

export const listMessagesAroundAction = viewerAction(messageSchema, (viewer, { threadId, number }) =>
  listMessagesAround(viewer, threadId, number),
);

/** How many messages wait, for a page without a live socket. */
export const countUnreadAction = viewerAction(z.null(), async (viewer) => ({
  unread: await countUnread(viewer),
}));

export const listThreadsAction = viewerAction(z.null(), (viewer) => listThreads(viewer));
