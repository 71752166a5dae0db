"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { ThreadCard } from "#lib/chat/schema.ts";
import type { ListThreads } from "./chat-actions.ts";
import { ThreadRow } from "./thread-row.tsx";
import { useThreads } from "./use-threads.ts";

type ThreadListProps = { slug: string; viewerId: string; initial: ThreadCard[]; list: ListThreads };

export function ThreadList({ slug, viewerId, initial, list }: ThreadListProps) {
  const text = useTranslations("chat");
  const threads = useThreads({ slug, viewerId, initial, list });
  const open = useSelectedLayoutSegment();
  // A thread that is open has the page's h1.
  const Heading = open ? "h2" : "h1";
  return (
    <>
      <Heading className="px-5 pt-8 pb-5 text-2xl font-semibold md:px-6 md:pt-10">{text("title")}</Heading>
      {threads.length === 0 ? (
        <div className="px-5">
          <EmptyState
            title={text("threads.emptyTitle")}
            action={
              <LinkButton href={`/c/${slug}/directory`} variant="primary">
                {text("threads.emptyAction")}
              </LinkButton>
            }
          >
            {text("threads.emptyText")}
          </EmptyState>
        </div>
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role when list-style is none.
        <ul role="list" className="pb-8">
          {threads.map((thread) => (
            <ThreadRow
              key={thread.id}
              href={`/c/${slug}/chat/${thread.id}`}
              thread={thread}
              own={thread.last?.authorId === viewerId}
              current={thread.id === open}
            />
          ))}
        </ul>
      )}
    </>
  );
}
