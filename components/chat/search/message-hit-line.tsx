import Link from "next/link";
import { useTranslations } from "next-intl";
import { FormerFace } from "#components/chat/former-face.tsx";
import { useThreadLabel } from "#components/chat/thread-label.ts";
import { Name } from "#components/person/name.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { useToday } from "#components/ui/use-today.ts";
import type { MessageHit } from "#lib/chat/schema.ts";
import { threadHref } from "#lib/hrefs.ts";

type MessageHitLineProps = {
  hit: MessageHit;
  slug: string;
  inThread: boolean;
  onChoose?: (hit: MessageHit) => void;
};

/** A message that was found: who wrote it, when, where, and what stands around the words. It leads to its place. */
export function MessageHitLine({ hit, slug, inThread, onChoose }: MessageHitLineProps) {
  const text = useTranslations("chat");
  const labelOf = useThreadLabel();
  const today = useToday();
  const { author, threadId, threadName, kind, number, sentAt, excerpt } = hit;
  return (
    <li className="border-b border-hairline">
      <Link
        data-hit=""
        href={threadHref(slug, threadId, number)}
        onClick={(event) => {
          if (!onChoose || event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onChoose(hit);
        }}
        className="flex gap-3 px-4 py-3 hover:bg-sunken focus-visible:-outline-offset-2"
      >
        {author ? <Avatar person={author} /> : <FormerFace />}
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline justify-between gap-3">
            <Name className="truncate text-sm font-medium">{author?.displayName ?? text("former")}</Name>
            <span className="shrink-0 text-xs text-ink-soft">
              <DateText at={sentAt} today={today} />
            </span>
          </span>
          {!inThread && (
            <span className="block truncate text-xs text-ink-soft">
              {labelOf({ kind, name: threadName })}
            </span>
          )}
          <span className="line-clamp-3 text-sm">
            {excerpt.map((part, index) =>
              part.hit ? (
                <mark
                  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces stand where they stand.
                  key={index}
                  className="rounded-control bg-accent-soft px-0.5 font-medium text-accent-ink"
                >
                  {part.text}
                </mark>
              ) : (
                part.text
              ),
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}
