"use client";

import { Popover } from "@base-ui/react/popover";
import { CircleAlert, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LineRun } from "#components/chat/state/conversation-days.ts";
import { useConversationView, useNames } from "#components/chat/state/conversation-view.ts";
import { TimeText } from "#components/ui/date-text.tsx";
import { popupStyle } from "#components/ui/popup-style.ts";

type RunFootProps = { run: LineRun; seen: ReadonlyMap<number, string[]> };

/** When the last line was sent, and who read it; that it still waits, once that takes longer than a moment. */
export function RunFoot({ run, seen }: RunFootProps) {
  const text = useTranslations("chat.thread");
  const last = run.lines.at(-1);
  if (!last || last.state === "refused") return null;
  if (last.state === "waiting")
    return (
      <p className="flex items-center gap-1 px-1 text-xs leading-none text-ink-soft transition-opacity delay-1000 starting:opacity-0">
        <Clock className="size-3" aria-hidden="true" />
        {text("waiting")}
      </p>
    );
  const readers = seen.get(last.number ?? 0);
  return (
    <span className="flex items-center gap-2 px-1 text-xs leading-none text-ink-soft">
      {readers && <SeenMark memberIds={readers} />}
      <TimeText at={last.at} />
    </span>
  );
}

/** Who has read up to here: among two that they did, in a group how many, and on pressing it who. */
export function SeenMark({ memberIds }: { memberIds: readonly string[] }) {
  const text = useTranslations("chat.message");
  const { thread } = useConversationView();
  const names = useNames();
  if (thread.kind === "DIRECT") return <span>{text("seen")}</span>;
  return (
    <Popover.Root>
      <Popover.Trigger className="-my-1 inline-flex min-h-6 items-center rounded-control underline-offset-3 hover:underline">
        {text("seenBy", { count: memberIds.length })}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="end" sideOffset={6} collisionPadding={8} className="z-30">
          <Popover.Popup className={`${popupStyle} max-h-60 w-64 overflow-y-auto px-4! py-3!`}>
            <Popover.Title className="text-xs font-medium text-ink-soft">{text("seenTitle")}</Popover.Title>
            <p>{names.list(memberIds)}</p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

type RefusedNoteProps = {
  /** A key of errors.json, where it says more than that it was refused. */
  reason: string | null;
  onRewrite: () => void;
};

/** Under a line that the server will not take: why, and its words back. */
export function RefusedNote({ reason, onRewrite }: RefusedNoteProps) {
  const text = useTranslations("chat.thread");
  return (
    <p role="alert" className="mt-1 flex flex-wrap items-center gap-x-2 px-1 text-xs text-wrong">
      <CircleAlert className="size-3.5" aria-hidden="true" />
      {reason !== null && isKnown(reason) ? text(`refusals.${reason}`) : text("refused")}
      <button type="button" onClick={onRewrite} className="min-h-6 px-1 underline underline-offset-3">
        {text("rewrite")}
      </button>
    </p>
  );
}

const known = [
  "chat-waiting",
  "chat-closed",
  "chat-files",
  "chat-too-many-files",
  "chat-length",
  "chat-mentions",
  "not-found",
] as const;

function isKnown(reason: string): reason is (typeof known)[number] {
  return known.some((one) => one === reason);
}
