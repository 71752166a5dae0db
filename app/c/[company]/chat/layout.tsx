import { findInCompanyAction } from "#app/c/[company]/palette-actions.ts";
import { PageMessages } from "#app/page-messages.tsx";
import { ChatRoomProvider } from "#components/chat/chat-room.tsx";
import { ChatSplit } from "#components/chat/threads/chat-split.tsx";
import { ThreadList } from "#components/chat/threads/thread-list.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { listThreads } from "#lib/chat/thread-list.ts";
import { pack } from "#lib/packed.ts";
import * as threadActions from "./thread-actions.ts";

const commands = { ...threadActions, findInCompanyAction };

export default async function ChatLayout({ params, children }: LayoutProps<"/c/[company]/chat">) {
  const { company: slug } = await params;
  const viewer = await requireViewer(slug);
  const threads = await listThreads(viewer);
  return (
    <PageMessages of="chat">
      <ChatRoomProvider slug={slug} viewerId={viewer.memberId} commands={commands}>
        <ChatSplit list={<ThreadList initial={pack(threads)} />}>{children}</ChatSplit>
      </ChatRoomProvider>
    </PageMessages>
  );
}
