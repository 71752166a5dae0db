"use client";

import { useTranslations } from "next-intl";
import { useNames } from "#components/chat/state/conversation-view.ts";
import type { ShownLine } from "#components/chat/state/shown-line.ts";
import { TimeText } from "#components/ui/date-text.tsx";
import type { Notice } from "#lib/chat/schema.ts";

/** What happened to the thread itself, small between hairlines. */
export function MessageNotice({ line }: { line: ShownLine & { notice: Notice } }) {
  const say = useNoticeText();
  return (
    <li
      data-number={line.number ?? undefined}
      className="flex items-center gap-4 py-1 text-center text-xs text-ink-soft before:h-px before:min-w-4 before:flex-1 before:bg-hairline after:h-px after:min-w-4 after:flex-1 after:bg-hairline"
    >
      <span>
        {say(line.authorId, line.notice)}
        <span className="ms-2">
          <TimeText at={line.at} />
        </span>
      </span>
    </li>
  );
}

/** A notice as a sentence. */
export function useNoticeText(): (authorId: string, notice: Notice) => string {
  const text = useTranslations("chat.message.notice");
  const names = useNames();
  return (authorId, notice) => {
    const who = names.subject(authorId);
    switch (notice.type) {
      case "added":
      case "removed":
        return text(notice.type, { who, people: names.list(notice.memberIds) });
      case "admin":
        return text(notice.on ? "adminOn" : "adminOff", { who, people: names.list(notice.memberIds) });
      case "renamed":
        return notice.name === null ? text("unnamed", { who }) : text("renamed", { who, name: notice.name });
      case "link":
        return text(notice.on ? "linkOn" : "linkOff", { who });
      default:
        return text(notice.type, { who });
    }
  };
}
