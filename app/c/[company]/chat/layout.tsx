import { findInCompanyAction } from "#app/c/[company]/palette-actions.ts";
import { ChatRoomProvider } from "#components/chat/chat-room.tsx";
import { ChatSplit } from "#components/chat/chat-split.tsx";
import { ThreadList } from "#components/chat/threads/thread-list.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { listThreads } from "#lib/chat/thread-list.ts";
import { listThreadsAction } from "./actions.ts";
import {
  addToGroupAction,
  answerRequestAction,
  archiveThreadAction,
  blockMemberAction,
  leaveGroupAction,
  markReadAction,
  muteThreadAction,
  pinThreadAction,
  removeFromGroupAction,
  renameGroupAction,
  setGroupPictureAction,
  setGroupRoleAction,
  setJoinLinkAction,
  startThreadAction,
  unblockMemberAction,
} from "./thread-actions.ts";

const commands = {
  find: findInCompanyAction,
  start: startThreadAction,
  add: addToGroupAction,
  remove: removeFromGroupAction,
  leave: leaveGroupAction,
  rename: renameGroupAction,
  setPicture: setGroupPictureAction,
  setRole: setGroupRoleAction,
  setJoinLink: setJoinLinkAction,
  answer: answerRequestAction,
  block: blockMemberAction,
  unblock: unblockMemberAction,
  markRead: markReadAction,
  mute: muteThreadAction,
  pin: pinThreadAction,
  archive: archiveThreadAction,
};

export default async function ChatLayout({ params, children }: LayoutProps<"/c/[company]/chat">) {
  const { company: slug } = await params;
  const viewer = await requireViewer(slug);
  const threads = await listThreads(viewer);
  return (
    <ChatRoomProvider slug={slug} viewerId={viewer.memberId} commands={commands}>
      <ChatSplit list={<ThreadList initial={threads} list={listThreadsAction} />}>{children}</ChatSplit>
    </ChatRoomProvider>
  );
}
