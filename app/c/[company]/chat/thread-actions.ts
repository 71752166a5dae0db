"use server";

import { z } from "zod";
import { viewerAction } from "#lib/auth/actions.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import {
  addToGroupSchema,
  answerRequestSchema,
  groupMemberSchema,
  groupPictureSchema,
  groupRoleSchema,
  joinTokenSchema,
  otherMemberSchema,
  renameGroupSchema,
  startThreadSchema,
  threadSwitchSchema,
} from "#lib/chat/group-input.ts";
import {
  addToGroup,
  createGroup,
  joinGroup,
  leaveGroup,
  removeFromGroup,
  renameGroup,
  setGroupPicture,
  setGroupRole,
  setJoinLink,
} from "#lib/chat/groups.ts";
import { markReadSchema, threadIdSchema } from "#lib/chat/input.ts";
import { archiveThread, markRead, muteThread, pinThread } from "#lib/chat/places.ts";
import { answerRequest } from "#lib/chat/requests.ts";
import { listThreads } from "#lib/chat/thread-list.ts";
import { openDirectThread } from "#lib/chat/threads.ts";

export const listThreadsAction = viewerAction(z.null(), (viewer) => listThreads(viewer));

/** The direct thread with one person, or a new group of several: its id. */
export const startThreadAction = viewerAction(startThreadSchema, async (viewer, { name, memberIds }) => {
  const [memberId, ...others] = new Set(memberIds);
  if (memberId && others.length === 0) return openDirectThread(viewer, memberId);
  return createGroup(viewer, { name, memberIds });
});

export const addToGroupAction = viewerAction(addToGroupSchema, async (viewer, { threadId, memberIds }) => ({
  added: (await addToGroup(viewer, threadId, memberIds)).length,
}));

export const removeFromGroupAction = viewerAction(groupMemberSchema, (viewer, { threadId, memberId }) =>
  removeFromGroup(viewer, threadId, memberId),
);

export const leaveGroupAction = viewerAction(threadIdSchema, (viewer, { threadId }) =>
  leaveGroup(viewer, threadId),
);

export const renameGroupAction = viewerAction(renameGroupSchema, (viewer, { threadId, name }) =>
  renameGroup(viewer, threadId, name),
);

export const setGroupPictureAction = viewerAction(groupPictureSchema, (viewer, { threadId, fileId }) =>
  setGroupPicture(viewer, threadId, fileId),
);

export const setGroupRoleAction = viewerAction(groupRoleSchema, (viewer, { threadId, memberId, role }) =>
  setGroupRole(viewer, threadId, memberId, role),
);

/** The last part of the link's address; null once it is off. */
export const setJoinLinkAction = viewerAction(threadSwitchSchema, (viewer, { threadId, on }) =>
  setJoinLink(viewer, threadId, on),
);

/** Joins the group of a link: its id. */
export const joinGroupAction = viewerAction(joinTokenSchema, (viewer, { token }) => joinGroup(viewer, token));

export const answerRequestAction = viewerAction(answerRequestSchema, (viewer, { threadId, accept }) =>
  answerRequest(viewer, threadId, accept),
);

export const blockMemberAction = viewerAction(otherMemberSchema, (viewer, { memberId }) =>
  blockMember(viewer, memberId),
);

export const unblockMemberAction = viewerAction(otherMemberSchema, (viewer, { memberId }) =>
  unblockMember(viewer, memberId),
);

export const markReadAction = viewerAction(markReadSchema, (viewer, { threadId, number }) =>
  markRead(viewer, threadId, number),
);

export const muteThreadAction = viewerAction(threadSwitchSchema, (viewer, { threadId, on }) =>
  muteThread(viewer, threadId, on),
);

export const pinThreadAction = viewerAction(threadSwitchSchema, (viewer, { threadId, on }) =>
  pinThread(viewer, threadId, on),
);

export const archiveThreadAction = viewerAction(threadSwitchSchema, (viewer, { threadId, on }) =>
  archiveThread(viewer, threadId, on),
);
