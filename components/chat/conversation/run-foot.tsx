"use client";

import { CircleAlert, Clock } from "lucide";
import { useTranslations } from "next-intl";
import type { LineRun } from "#components/chat/state/conversation-days.ts";
import { useConversationView } from "#components/chat/state/conversation-view.ts";
import { TimeText } from "#components/ui/date-text.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { latePart, useLateButton } from "#components/ui/use-part.ts";

const seenList = latePart(() => import("./seen-list.tsx"));

type RunFootProps = { run: LineRun; seen: ReadonlyMap<number, string[]> };

/** When the last line was sent, and who read it; that it still waits, once that takes longer than a moment. */
export function RunFoot({ run, seen }: RunFootProps) {
  const text = useTranslations("chat.thread");
  const last = run.lines.at(-1);
  if (!last || last.state === "refused") return null;
  if (last.state === "waiting")
    return (
      <p className="flex items-center gap-1 px-1 text-xs leading-none text-ink-soft transition-opacity delay-1000 starting:opacity-0">
        <Icon icon={Clock} className="size-3" />
        {text("waiting")}
      </p>
    );
  const readers = seen.get(last.number ?? 0);
  return (
    <span className="run-foot">
      {readers && <SeenMark memberIds={readers} />}
      <TimeText at={last.at} />
    </span>
  );
}

/** Who has read up to here: among two that they did, in a group how many, and on pressing it who. */
export function SeenMark({ memberIds }: { memberIds: readonly string[] }) {
  const text = useTranslations("chat.message");
  const { thread } = useConversationView();
  const { part, button } = useLateButton(seenList, { whenIdle: thread.kind === "GROUP" });
  if (thread.kind === "DIRECT") return <span>{text("seen")}</span>;
  const words = text("seenBy", { count: memberIds.length });
  if (part) return <part.SeenList words={words} memberIds={memberIds} className={seenStyle} />;
  return (
    <button {...button} aria-haspopup="dialog" className={seenStyle}>
      {words}
    </button>
  );
}

const seenStyle = "-my-1 inline-flex min-h-6 items-center rounded-control underline-offset-3 hover:underline";

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
      <Icon icon={CircleAlert} className="size-3.5" />
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
