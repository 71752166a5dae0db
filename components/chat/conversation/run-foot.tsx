import { Clock } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { LineRun } from "#components/chat/state/conversation-days.ts";
import { SeenMark } from "./seen-mark.tsx";

type RunFootProps = { run: LineRun; seen: ReadonlyMap<number, string[]> };

/** When the last line was sent, and who read it; that it still waits, once that takes longer than a moment. */
export function RunFoot({ run, seen }: RunFootProps) {
  const text = useTranslations("chat.thread");
  const format = useFormatter();
  const last = run.lines.at(-1);
  if (!last || last.state === "refused") return null;
  if (last.state === "waiting")
    return (
      <p className="flex items-center gap-1 px-1 text-2xs leading-none text-ink-soft transition-opacity delay-1000 starting:opacity-0">
        <Clock className="size-3" aria-hidden="true" />
        {text("waiting")}
      </p>
    );
  const readers = seen.get(last.number ?? 0);
  return (
    <span className="flex items-center gap-2 px-1 text-2xs leading-none text-ink-soft">
      {readers && <SeenMark memberIds={readers} />}
      <time
        dateTime={last.at}
        // Browsers differ in the space before AM and PM.
        suppressHydrationWarning
        className="tabular-nums"
      >
        {format.dateTime(new Date(last.at), { hour: "numeric", minute: "2-digit" })}
      </time>
    </span>
  );
}
