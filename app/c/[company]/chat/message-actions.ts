"use server";

import { viewerAction } from "#lib/auth/actions.ts";
import { deleteMessage, editMessage, setReaction } from "#lib/chat/changes.ts";
import { editMessageSchema, messageSchema, reactionSchema, searchMessagesSchema } from "#lib/chat/input.ts";
import { searchMessages } from "#lib/chat/search.ts";

export const editMessageAction = viewerAction(editMessageSchema, editMessage);

export const deleteMessageAction = viewerAction(messageSchema, deleteMessage);

export const setReactionAction = viewerAction(reactionSchema, setReaction);

export const searchMessagesAction = viewerAction(searchMessagesSchema, searchMessages);
