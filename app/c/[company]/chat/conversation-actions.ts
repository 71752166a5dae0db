"use server";

import { viewerAction } from "#lib/auth/actions.ts";
import { deleteMessage, editMessage, setReaction } from "#lib/chat/changes.ts";
import {
  editMessageSchema,
  messageSchema,
  olderMessagesSchema,
  reactionSchema,
  searchMessagesSchema,
  syncThreadSchema,
  unfoldSchema,
} from "#lib/chat/input.ts";
import { listMessagesAround, listMessagesBefore } from "#lib/chat/messages.ts";
import { searchMessages } from "#lib/chat/search.ts";
import { listChanges } from "#lib/chat/sync.ts";
import { unfoldLines } from "#lib/chat/unfold.ts";

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

export const unfoldLinesAction = viewerAction(unfoldSchema, unfoldLines);

export const editMessageAction = viewerAction(editMessageSchema, editMessage);

export const deleteMessageAction = viewerAction(messageSchema, deleteMessage);

export const setReactionAction = viewerAction(reactionSchema, setReaction);

export const searchMessagesAction = viewerAction(searchMessagesSchema, searchMessages);
