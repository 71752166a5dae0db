import { useTranslations } from "next-intl";
import { ThreadFace } from "#components/chat/threads/thread-face.tsx";
import { countPeople, othersIn } from "#components/chat/threads/thread-people.ts";
import { Name } from "#components/person/name.tsx";
import { useConversationView } from "./conversation-view.ts";

/** Above the first line: who this is. Without any line yet, also what to begin with. */
export function ConversationStart({ empty }: { empty: boolean }) {
  const text = useTranslations("chat");
  const { slug, thread, viewerId } = useConversationView();
  const people = othersIn(thread, viewerId);
  const isGroup = thread.kind === "GROUP";
  const below = isGroup ? text("group.count", countPeople(thread)) : people[0]?.headline;
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      <ThreadFace slug={slug} thread={{ ...thread, people }} size="large" />
      <p className="palt mt-5 text-xl font-medium">
        <Name>{thread.name || text("group.unnamed")}</Name>
      </p>
      {below && <p className="mt-1 text-sm text-ink-soft">{below}</p>}
      <p className="mt-5 text-sm text-ink-soft">
        {text(isGroup ? "thread.groupStart" : "thread.start", { name: thread.name })}
      </p>
      {empty && <p className="text-sm text-ink-soft">{text("thread.startHint")}</p>}
    </div>
  );
}
