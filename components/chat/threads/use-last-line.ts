"use client";

import { useTranslations } from "next-intl";
import type { ThreadCard } from "#lib/chat/schema.ts";

/** What the list says of a thread's last line: whose it is where that is not plain, and its words or what stands for them. */
export function useLastLine(viewerId: string): (thread: Pick<ThreadCard, "kind" | "last">) => string {
  const text = useTranslations("chat.threads");
  return ({ kind, last }) => {
    if (!last) return "";
    const { author } = last;
    const own = last.authorId === viewerId;
    if (last.notice) {
      const happened = text(`notice.${last.notice.type}`);
      if (own) return text("own", { text: happened });
      return author ? text("by", { name: author, text: happened }) : happened;
    }
    const words = last.deleted ? text("deleted") : last.text || text("files", { count: last.files });
    if (own) return text("own", { text: words });
    return kind === "GROUP" && author ? text("by", { name: author, text: words }) : words;
  };
}
