"use client";

import { ArrowDown, ArrowUp } from "lucide";
import { useTranslations } from "next-intl";
import { useNoticeText } from "#components/chat/message/message-notice.tsx";
import { useNames } from "#components/chat/state/conversation-view.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { LiveRegion } from "#components/ui/live-region.tsx";
import type { ChatLine } from "#lib/chat/schema.ts";

/** Announces the line that arrived last to screen readers, once. */
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

type NewMessagesButtonProps = {
  /** How many lines came since the reader was at the end; with 0 the button only leads back there. */
  count: number;
  onPress: () => void;
};

/** The button over the end of the list while newer lines are below the visible part. */
export function NewMessagesButton({ count, onPress }: NewMessagesButtonProps) {
  const text = useTranslations("chat.thread");
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
      <Button
        size="small"
        onClick={onPress}
        className="pointer-events-auto animate-arrive rounded-full! shadow-float"
      >
        {count > 0 ? text("newMessages", { count }) : text("toNewest")}
        <Icon icon={ArrowDown} className="size-3.5" />
      </Button>
    </div>
  );
}

type MissedLinesProps = {
  count: number;
  /** Leads to the first of them. */
  onGoTo: () => void;
  /** Marks them as read. */
  onPass: () => void;
};

/** Over the beginning of the list while what is unread stands above the visible part. */
export function MissedLines({ count, onGoTo, onPass }: MissedLinesProps) {
  const text = useTranslations("chat");
  return (
    <div className="pointer-events-none absolute inset-x-0 top-3 flex justify-center gap-2">
      <Button
        size="small"
        onClick={onGoTo}
        className="pointer-events-auto animate-arrive rounded-full! shadow-float"
      >
        {text("thread.missed", { count })}
        <Icon icon={ArrowUp} className="size-3.5" />
      </Button>
      <Button
        size="small"
        onClick={onPass}
        className="pointer-events-auto animate-arrive rounded-full! shadow-float"
      >
        {text("place.read")}
      </Button>
    </div>
  );
}
