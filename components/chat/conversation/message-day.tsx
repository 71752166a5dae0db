import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { MessageNotice } from "#components/chat/message/message-notice.tsx";
import type { ConversationDay, LineRun } from "#components/chat/state/conversation-days.ts";
import type { ShownLine } from "#components/chat/state/shown-line.ts";
import { DayName } from "#components/ui/day-name.tsx";
import { BareList } from "#components/ui/list.tsx";
import { isFolded } from "#lib/chat/folds.ts";
import type { Notice } from "#lib/chat/schema.ts";
import { FoldedLines } from "./folded-lines.tsx";
import { MessageRun } from "./message-run.tsx";

type MessageDayProps = {
  day: ConversationDay;
  opened: number;
  seen: ReadonlyMap<number, string[]>;
  onRewrite: (line: ShownLine) => void;
};

export function MessageDay({ day, opened, seen, onRewrite }: MessageDayProps) {
  return (
    <div className="px-4 pt-2 md:px-6">
      <h2 className="flex items-center gap-4 py-4 font-mincho text-sm font-normal text-ink-soft before:h-px before:flex-1 before:bg-hairline after:h-px after:flex-1 after:bg-hairline">
        <DayName day={day.key} />
      </h2>
      <BareList ordered className="grid grid-cols-1 gap-4">
        {day.runs.map((run) => {
          const notice = noticeOf(run);
          return (
            <Fragment key={run.key}>
              {run.fresh && <NewDivider />}
              {notice && <MessageNotice line={notice} />}
              {isFolded(run) && <FoldedLines lines={run.lines} />}
              {!notice && !isFolded(run) && (
                <MessageRun run={run} opened={opened} seen={seen} onRewrite={onRewrite} />
              )}
            </Fragment>
          );
        })}
      </BareList>
    </div>
  );
}

/** A notice stands alone in its run. */
function noticeOf({ lines }: LineRun): (ShownLine & { notice: Notice }) | null {
  const [line] = lines;
  return line?.notice ? { ...line, notice: line.notice } : null;
}

/** Above the first line that was not read when the page was opened. */
function NewDivider() {
  const text = useTranslations("chat.message");
  return (
    <li
      data-new
      // Where browsers know it, the page is there before its scripts are.
      className="flex scroll-mt-16 items-center gap-4 text-xs font-medium text-accent-ink [scroll-initial-target:nearest] before:h-px before:flex-1 before:bg-accent after:h-px after:flex-1 after:bg-accent"
    >
      {text("newSince")}
    </li>
  );
}
