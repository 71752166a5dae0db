import { ChatSplit } from "#components/chat/chat-split.tsx";
import { ThreadList } from "#components/chat/thread-list.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { listThreads } from "#lib/chat/threads.ts";
import { listThreadsAction } from "./actions.ts";

export default async function ChatLayout({ params, children }: LayoutProps<"/c/[company]/chat">) {
  const { company: slug } = await params;
  const viewer = await requireViewer(slug);
  const threads = await listThreads(viewer);
  return (
    <ChatSplit
      list={<ThreadList slug={slug} viewerId={viewer.memberId} initial={threads} list={listThreadsAction} />}
    >
      {children}
    </ChatSplit>
  );
}
