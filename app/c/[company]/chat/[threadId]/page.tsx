import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import {
  listMessagesAroundAction,
  listOlderMessagesAction,
  syncThreadAction,
} from "#app/c/[company]/chat/actions.ts";
import {
  deleteMessageAction,
  editMessageAction,
  searchMessagesAction,
  setReactionAction,
} from "#app/c/[company]/chat/message-actions.ts";
import { markReadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { Conversation } from "#components/chat/conversation/conversation.tsx";
import { RequestView } from "#components/chat/threads/request-view.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { listMessagesAround, listMessagesBefore } from "#lib/chat/messages.ts";
import { findRequest } from "#lib/chat/requests.ts";
import { findThread } from "#lib/chat/threads.ts";
import { NotFound } from "#lib/errors.ts";

type ThreadPageProps = PageProps<"/c/[company]/chat/[threadId]">;

const actions = {
  sync: syncThreadAction,
  listOlder: listOlderMessagesAction,
  listAround: listMessagesAroundAction,
  markRead: markReadAction,
};
const messages = {
  edit: editMessageAction,
  remove: deleteMessageAction,
  react: setReactionAction,
  search: searchMessagesAction,
};

export async function generateMetadata({ params }: ThreadPageProps): Promise<Metadata> {
  const { company, threadId } = await params;
  const text = await getTranslations("chat.group");
  return { title: (await loadThread(company, threadId)).thread.name || text("unnamed") };
}

export default async function ThreadPage({ params, searchParams }: ThreadPageProps) {
  const { company, threadId } = await params;
  const { viewer, thread } = await loadThread(company, threadId);
  // After the thread: a page that is older than its revision would lack a change for ever.
  if (thread.standing === "asked") {
    const { lines } = await listMessagesBefore(viewer, threadId);
    return <RequestView thread={thread} request={await findRequest(viewer, threadId)} lines={lines} />;
  }
  // The line that was looked for. What cannot be read is left out.
  const { data: at = null } = z.coerce
    .number()
    .pipe(z.int().min(1).max(thread.lastNumber))
    .safeParse((await searchParams).at);
  return (
    <Conversation
      key={`${thread.id} ${at}`}
      slug={company}
      viewerId={viewer.memberId}
      thread={thread}
      page={await (at ? listMessagesAround(viewer, threadId, at) : listMessagesBefore(viewer, threadId))}
      at={at}
      actions={actions}
      messages={messages}
    />
  );
}

const loadThread = cache(async (company: string, threadId: string) => {
  const viewer = await requireViewer(company);
  try {
    return { viewer, thread: await findThread(viewer, threadId) };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
});
