"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { viewerAction } from "#lib/auth/actions.ts";
import { listMessagesAfter, listMessagesBefore, sendMessage } from "#lib/chat/messages.ts";
import {
  olderMessagesSchema,
  openThreadSchema,
  sendMessageSchema,
  syncThreadSchema,
} from "#lib/chat/schema.ts";
import { findThread, listThreads, openDirectThread } from "#lib/chat/threads.ts";
import { findCompany } from "#lib/companies/companies.ts";

/** Opens the direct thread with a member and leads to it. */
export const openThreadAction = viewerAction(openThreadSchema, async (viewer, { memberId }) => {
  const threadId = await openDirectThread(viewer, memberId);
  const { slug } = await findCompany(viewer);
  redirect(`/c/${slug}/chat/${threadId}`);
});

/** The way of a message for a page without a live socket. */
export const sendMessageAction = viewerAction(sendMessageSchema, sendMessage);

/** The way back to a whole conversation for a page without a live socket. */
export const syncThreadAction = viewerAction(syncThreadSchema, async (viewer, { threadId, after }) => {
  const page = await listMessagesAfter(viewer, threadId, after);
  return { ...page, readNumber: (await findThread(viewer, threadId)).readNumber };
});

export const listOlderMessagesAction = viewerAction(olderMessagesSchema, (viewer, { threadId, before }) =>
  listMessagesBefore(viewer, threadId, before),
);

export const listThreadsAction = viewerAction(z.null(), (viewer) => listThreads(viewer));
