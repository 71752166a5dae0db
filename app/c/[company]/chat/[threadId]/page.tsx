import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import {
  listOlderMessagesAction,
  sendMessageAction,
  syncThreadAction,
} from "#app/c/[company]/chat/actions.ts";
import { Conversation } from "#components/chat/conversation.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { listMessagesBefore } from "#lib/chat/messages.ts";
import { findThread } from "#lib/chat/threads.ts";
import { NotFound } from "#lib/errors.ts";

type ThreadPageProps = PageProps<"/c/[company]/chat/[threadId]">;

export async function generateMetadata({ params }: ThreadPageProps): Promise<Metadata> {
  const { company, threadId } = await params;
  return { title: (await loadThread(company, threadId)).thread.person.displayName };
}

export default async function ThreadPage({ params }: ThreadPageProps) {
  const { company, threadId } = await params;
  const { viewer, thread, page } = await loadThread(company, threadId);
  return (
    <Conversation
      key={thread.id}
      slug={company}
      viewerId={viewer.memberId}
      thread={thread}
      page={page}
      actions={{ send: sendMessageAction, sync: syncThreadAction, listOlder: listOlderMessagesAction }}
    />
  );
}

const loadThread = cache(async (company: string, threadId: string) => {
  const viewer = await requireViewer(company);
  try {
    const [thread, page] = await Promise.all([
      findThread(viewer, threadId),
      listMessagesBefore(viewer, threadId),
    ]);
    return { viewer, thread, page };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
});
