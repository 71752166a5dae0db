import { useFormatter } from "next-intl";
import type { PersonCard } from "#lib/people/schema.ts";
import type { ConversationDay } from "./conversation-days.ts";
import { MessageRun } from "./message-run.tsx";

type MessageDayProps = {
  day: ConversationDay;
  viewerId: string;
  person: PersonCard;
  /** The newest number as the page came; later lines slide in. */
  opened: number;
  onRewrite: (clientId: string, text: string) => void;
};

export function MessageDay({ day, viewerId, person, opened, onRewrite }: MessageDayProps) {
  const format = useFormatter();
  return (
    <div className="px-4 pt-2 md:px-8">
      <h2 className="flex items-center gap-4 py-4 text-xs font-normal text-ink-soft before:h-px before:flex-1 before:bg-hairline after:h-px after:flex-1 after:bg-hairline">
        <time dateTime={day.key}>{format.dateTime(new Date(day.at), { dateStyle: "full" })}</time>
      </h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role when list-style is none. */}
      <ol role="list" className="grid gap-4">
        {day.runs.map((run) => (
          <MessageRun
            key={run.key}
            run={run}
            own={run.authorId === viewerId}
            author={person}
            opened={opened}
            onRewrite={onRewrite}
          />
        ))}
      </ol>
    </div>
  );
}
