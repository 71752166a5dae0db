import { useTranslations } from "next-intl";
import { FormerFace } from "#components/chat/former-face.tsx";
import { MessageLine } from "#components/chat/message/message-line.tsx";
import type { LineRun } from "#components/chat/state/conversation-days.ts";
import { useConversationView, useNames } from "#components/chat/state/conversation-view.ts";
import type { ShownLine } from "#components/chat/state/shown-line.ts";
import { Name } from "#components/person/name.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { personHref } from "#lib/hrefs.ts";
import { RefusedNote, RunFoot, SeenMark } from "./run-foot.tsx";

type MessageRunProps = {
  run: LineRun;
  /** The newest number as the page came; later lines slide in. */
  opened: number;
  seen: ReadonlyMap<number, string[]>;
  onRewrite: (line: ShownLine) => void;
};

/** What one person wrote one after another, and when it ended. In a group their name stands above. */
export function MessageRun({ run, opened, seen, onRewrite }: MessageRunProps) {
  const text = useTranslations("chat.message");
  const { slug, viewerId, thread, personOf } = useConversationView();
  const names = useNames();
  const authorLabel = `by-${run.lines[0]?.number ?? run.lines[0]?.clientId}`;
  const own = run.authorId === viewerId;
  const author = personOf(run.authorId);
  return (
    <li className={own ? "run run-own" : "run"}>
      {!own && (author ? <Avatar person={author} /> : <FormerFace />)}
      <div className="run-lines">
        {own || thread.kind === "DIRECT" ? (
          <span id={authorLabel} className="sr-only">
            {own ? text("you") : names.plain(run.authorId)}
          </span>
        ) : (
          <span id={authorLabel} className="run-author">
            <Name href={author && personHref(slug, author.memberId)}>{names.plain(run.authorId)}</Name>
          </span>
        )}
        {run.lines.map((line) => {
          const readers = line === run.lines.at(-1) ? undefined : seen.get(line.number ?? 0);
          return (
            <div
              key={line.key}
              // The gap to the next message is wider than the gap between pictures.
              className={classNames("run-line", line.files.length > 0 && "not-last:mb-1")}
            >
              <MessageLine
                line={line}
                own={own}
                arriving={line.number === null || line.number > opened}
                authorLabel={authorLabel}
              />
              {line.state === "refused" && (
                <RefusedNote reason={line.reason} onRewrite={() => onRewrite(line)} />
              )}
              {readers && (
                <span className="mt-1 px-1 text-xs leading-none text-ink-soft">
                  <SeenMark memberIds={readers} />
                </span>
              )}
            </div>
          );
        })}
        <RunFoot run={run} seen={seen} />
      </div>
    </li>
  );
}
