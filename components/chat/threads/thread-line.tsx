"use client";

import { useTranslations } from "next-intl";
import { useThreadName } from "#components/chat/thread-name.ts";
import { Name } from "#components/person/name.tsx";
import { Count } from "#components/ui/count.tsx";
import type { LatestThread } from "#lib/chat/schema.ts";
import { Apart } from "./apart.tsx";
import { ThreadFace } from "./thread-face.tsx";

type ThreadLineProps = { company: string; thread: LatestThread };

/** A thread as a line to choose. */
export function ThreadLine({ company, thread }: ThreadLineProps) {
  const text = useTranslations("chat");
  const nameOf = useThreadName();
  return (
    <>
      <span className="grid size-7 shrink-0 place-items-center">
        <ThreadFace slug={company} thread={thread} size="small" />
      </span>
      <span className="min-w-0 flex-1 truncate">
        <Name className="font-medium">{nameOf(thread)}</Name>
        <Apart thread={thread} />
      </span>
      <Count value={thread.unread} label={text("unread", { count: thread.unread })} />
      <span className="shrink-0 text-xs text-ink-soft">{text("openThread")}</span>
    </>
  );
}
