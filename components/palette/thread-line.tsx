import { useTranslations } from "next-intl";
import { ThreadFace } from "#components/chat/threads/thread-face.tsx";
import { Name } from "#components/person/name.tsx";
import { Count } from "#components/ui/count.tsx";
import type { LatestThread } from "#lib/chat/schema.ts";

type ThreadLineProps = { company: string; thread: LatestThread };

export function ThreadLine({ company, thread }: ThreadLineProps) {
  const text = useTranslations();
  return (
    <>
      <span className="grid size-7 shrink-0 place-items-center">
        <ThreadFace slug={company} thread={thread} size="small" />
      </span>
      <Name className="min-w-0 flex-1 truncate font-medium">{thread.name || text("chat.group.unnamed")}</Name>
      <Count value={thread.unread} label={text("chat.unread", { count: thread.unread })} />
      <span className="shrink-0 text-xs text-ink-soft">{text("palette.openThread")}</span>
    </>
  );
}
