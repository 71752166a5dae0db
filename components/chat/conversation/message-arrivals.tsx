"use client";

import { useTranslations } from "next-intl";
import { useNoticeText } from "#components/chat/message/message-notice.tsx";
import { LiveRegion } from "#components/ui/live-region.tsx";
import type { ChatLine } from "#lib/chat/schema.ts";
import { useNames } from "./use-names.ts";

/** Says the line that arrived last, once, to who listens to the page. */
export function MessageArrivals({ line }: { line: ChatLine | undefined }) {
  const text = useTranslations("chat.message");
  const names = useNames();
  const sayNotice = useNoticeText();

  function said(): string {
    if (!line || line.deleted) return "";
    if (line.notice) return sayNotice(line.authorId, line.notice);
    const words = line.text || text("files", { count: line.files.length });
    return text("arrived", { who: names.subject(line.authorId), text: words });
  }
  return <LiveRegion message={said()} />;
}
