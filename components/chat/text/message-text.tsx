"use client";

import Link from "next/link";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { personHref } from "#lib/hrefs.ts";
import { type Mentioned, textParts } from "./text-parts.ts";

type MessageTextProps = { children: string; mentioned?: readonly Mentioned[]; id?: string };

/**
 * What somebody wrote: its line breaks kept, its web addresses links that tell the other side nothing, those whom it names by an "@"
 * set off, and the reader most of all.
 */
export function MessageText({ children, mentioned = [], id }: MessageTextProps) {
  const { slug, viewerId } = useChatRoom();
  return (
    <p id={id} lang={kana.test(children) ? "ja" : undefined} className="whitespace-pre-wrap">
      {textParts(children, mentioned).map((part, index) => {
        if (part.memberId)
          return (
            <Link
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text stand where they stand.
              key={index}
              href={personHref(slug, part.memberId)}
              className={classNames(
                "rounded-control px-0.5 font-medium underline-offset-3 hover:underline",
                part.memberId === viewerId ? "bg-accent-fill text-on-accent" : "text-accent-ink",
              )}
            >
              {part.text}
            </Link>
          );
        if (part.href)
          return (
            <a
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              key={index}
              href={part.href}
              // The mail program opens beside the page by itself.
              target={part.href.startsWith("mailto:") ? undefined : "_blank"}
              rel="noopener noreferrer nofollow"
              className="underline decoration-1 underline-offset-3 hover:decoration-2"
            >
              {part.text}
            </a>
          );
        return part.text;
      })}
    </p>
  );
}

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
