"use client";

import { BellOff, CircleAlert, Clock, type IconNode, Pin } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { useTyping } from "#components/chat/frame/typing.tsx";
import { useThreadName } from "#components/chat/thread-name.ts";
import { Name } from "#components/person/name.tsx";
import { Count } from "#components/ui/count.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { useToday } from "#components/ui/use-today.ts";
import { isFolded } from "#lib/chat/folds.ts";
import type { ThreadCard } from "#lib/chat/schema.ts";
import { threadHref } from "#lib/hrefs.ts";
import { Apart } from "./apart.tsx";
import { ThreadFace } from "./thread-face.tsx";
import { ThreadMenu } from "./thread-menu.tsx";
import type { PlaceCommand } from "./use-place.ts";

type Unsent = { waiting: number; refused: number };

type ThreadRowProps = {
  thread: ThreadCard;
  current: boolean;
  online: boolean;
  unsent?: Unsent;
  onCommand: (command: PlaceCommand) => void;
};

/** A thread of the list, and its menu. */
export function ThreadRow({ thread, current, online, unsent, onCommand }: ThreadRowProps) {
  const text = useTranslations("chat");
  const { slug, viewerId } = useChatRoom();
  const lastLine = useLastLine(viewerId);
  const today = useToday();
  const name = useThreadName()(thread);
  const typing = useTyping(thread.id).length > 0;
  const asks = thread.standing === "asked";
  const calls = asks || (thread.unread > 0 && !thread.muted);
  const link = (
    <Link
      href={threadHref(slug, thread.id)}
      aria-current={current ? "page" : undefined}
      data-calls={calls ? "" : undefined}
      className="thread-row"
    >
      <ThreadFace slug={slug} thread={thread} online={online} again />
      <span className="thread-words">
        <span className="thread-line">
          <span className="thread-name">
            <Name>{name}</Name>
            <Apart thread={thread} />
          </span>
          <span className="thread-marks">
            {thread.pinned && <Mark icon={Pin} label={text("threads.pinned")} />}
            {thread.muted && <Mark icon={BellOff} label={text("threads.muted")} />}
            {thread.last && <DateText at={thread.last.sentAt} today={today} />}
          </span>
        </span>
        <span className="thread-line">
          <span className="thread-last">{preview()}</span>
          <span className="thread-marks">
            <UnsentMark unsent={unsent} />
            {/* The words beside it say what it is. */}
            {asks && <span aria-hidden="true" className="size-2 rounded-full bg-accent-fill" />}
            <Count
              value={thread.unread}
              label={text("unread", { count: thread.unread })}
              quiet={thread.muted}
            />
          </span>
        </span>
      </span>
    </Link>
  );
  // A request is answered before anything else is done with it.
  if (asks) return <li>{link}</li>;
  return (
    <ThreadMenu thread={thread} name={name} onChoose={onCommand}>
      {link}
    </ThreadMenu>
  );

  function preview() {
    if (typing) return <span className="text-accent-ink">{text("threads.typing")}</span>;
    if (asks) return <span className="text-accent-ink">{text("threads.asks")}</span>;
    if (thread.standing === "waiting") return text("threads.waitingConsent");
    return lastLine(thread);
  }
}

function Mark({ icon, label }: { icon: IconNode; label: string }) {
  return (
    <>
      <Icon icon={icon} className="size-3.5" />
      <span className="sr-only">{label}</span>
    </>
  );
}

/** Something that one wrote there has not been sent. */
function UnsentMark({ unsent }: { unsent?: Unsent }) {
  const text = useTranslations("chat.threads");
  if (!unsent) return null;
  if (unsent.refused > 0)
    return (
      <span className="text-wrong">
        <Icon icon={CircleAlert} className="size-4.5" />
        <span className="sr-only">{text("refused", { count: unsent.refused })}</span>
      </span>
    );
  return (
    <span className="text-ink-soft">
      <Icon icon={Clock} className="size-4.5" />
      <span className="sr-only">{text("waiting", { count: unsent.waiting })}</span>
    </span>
  );
}

/** What the list says of a thread's last line: whose it is where that is not plain, and its words or what stands for them. */
function useLastLine(viewerId: string): (thread: Pick<ThreadCard, "kind" | "last">) => string {
  const text = useTranslations("chat.threads");
  return ({ kind, last }) => {
    if (!last) return "";
    if (isFolded(last)) return last.deleted ? "" : text("folded");
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
