"use client";

import { Info } from "lucide";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { usePresence } from "#components/chat/frame/presence-provider.tsx";
import { useConversationView } from "#components/chat/state/conversation-view.ts";
import { useThreadName } from "#components/chat/thread-name.ts";
import { BackLink } from "#components/chat/threads/back-link.tsx";
import { ThreadFace } from "#components/chat/threads/thread-face.tsx";
import { countPeople, othersIn } from "#components/chat/threads/thread-people.ts";
import { Name } from "#components/person/name.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import type { Thread } from "#lib/chat/schema.ts";
import { personHref } from "#lib/hrefs.ts";

const details = latePart(() => import("#components/chat/details/thread-details.tsx"));

type ConversationHeaderProps = {
  thread: Thread;
  /** More buttons, before the one that opens the details. */
  children?: ReactNode;
};

/** Whom one writes with, and the way to everything else about the thread. */
export function ConversationHeader({ thread, children }: ConversationHeaderProps) {
  const text = useTranslations("chat");
  const nameOf = useThreadName();
  const { slug } = useChatRoom();
  const [open, setOpen] = useState(false);
  const part = usePart(details, open);
  const other = thread.kind === "DIRECT" ? thread.people[0] : undefined;
  const online = usePresence(other ? [other.memberId] : []).size > 0;
  return (
    <header className="flex min-h-16 shrink-0 items-center gap-3 border-b border-hairline p-2 md:min-h-20 md:px-6">
      <BackLink slug={slug} />
      <ThreadFace slug={slug} thread={thread} size="small" online={online} />
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-lg leading-snug font-medium">
          <Name href={other && !thread.away ? personHref(slug, other.memberId) : undefined}>
            {nameOf(thread)}
          </Name>
        </h1>
        <p className="truncate text-xs text-ink-soft">
          {other ? other.headline : thread.standing === "open" && text("group.count", countPeople(thread))}
        </p>
      </div>
      {children}
      {thread.standing !== "asked" && (
        <>
          <IconButton label={text("details.open")} aria-haspopup="dialog" onClick={() => setOpen(true)}>
            <Icon icon={Info} className="size-5" />
          </IconButton>
          {part && <part.ThreadDetails thread={thread} open={open} onOpenChange={setOpen} />}
        </>
      )}
    </header>
  );
}

/** Above the first line: who this is. Without any line yet, also what to begin with. */
export function ConversationStart({ empty }: { empty: boolean }) {
  const text = useTranslations("chat");
  const { slug, thread, viewerId } = useConversationView();
  const name = useThreadName()(thread);
  const people = othersIn(thread, viewerId);
  const isGroup = thread.kind === "GROUP";
  const below = isGroup ? text("group.count", countPeople(thread)) : people[0]?.headline;
  return (
    <div className="flex flex-col items-center px-6 py-10 text-center">
      <ThreadFace slug={slug} thread={{ ...thread, people }} size="large" />
      <p className="palt mt-4 text-lg font-medium">
        <Name>{name}</Name>
      </p>
      {below && <p className="mt-1 text-sm text-ink-soft">{below}</p>}
      <p className="mt-4 text-sm text-balance text-ink-soft">
        {isGroup || thread.name ? text(isGroup ? "thread.groupStart" : "thread.start", { name }) : null}
      </p>
      {empty && <p className="text-sm text-balance text-ink-soft">{text("thread.startHint")}</p>}
    </div>
  );
}
