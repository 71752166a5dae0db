import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { Monogram } from "#components/ui/monogram.tsx";
import type { LineRun } from "./conversation-days.ts";
import { MessageBubble } from "./message-bubble.tsx";
import { RefusedNote } from "./refused-note.tsx";
import { RunFoot } from "./run-foot.tsx";

type MessageRunProps = {
  run: LineRun;
  own: boolean;
  author: { displayName: string; monogram: string };
  opened: number;
  onRewrite: (clientId: string, text: string) => void;
};

/** What one person wrote one after another, and when it ended. */
export function MessageRun({ run, own, author, opened, onRewrite }: MessageRunProps) {
  const text = useTranslations("chat.thread");
  const side = own && "items-end";
  return (
    <li className={classNames("flex gap-2.5", own ? "justify-end ps-12" : "pe-12")}>
      {!own && <Monogram text={author.monogram} name={author.displayName} size="small" />}
      <div className={classNames("flex min-w-0 flex-col gap-1", side)}>
        <span className="sr-only">{own ? text("you") : author.displayName}</span>
        {run.lines.map((line) => (
          <div key={line.key} className={classNames("flex min-w-0 flex-col", side)}>
            <MessageBubble line={line} own={own} arriving={line.number === null || line.number > opened} />
            {line.state === "refused" && (
              <RefusedNote onRewrite={() => onRewrite(line.clientId, line.text)} />
            )}
          </div>
        ))}
        <RunFoot run={run} />
      </div>
    </li>
  );
}
