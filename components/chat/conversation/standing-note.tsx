import { useTranslations } from "next-intl";
import { BlockedNote } from "#components/chat/details/blocked-note.tsx";
import { useConversationView } from "#components/chat/state/conversation-view.ts";
import type { ThreadStanding } from "#lib/chat/schema.ts";

/** In place of the composer where the viewer may not write: why. */
export function StandingNote({ standing }: { standing: ThreadStanding }) {
  const text = useTranslations("chat.composer");
  const { thread } = useConversationView();
  const [other] = thread.people;
  return (
    <div className="shrink-0 border-t border-hairline p-4 text-center text-sm text-ink-soft">
      {thread.blocked && other ? <BlockedNote person={other} /> : <p>{reason()}</p>}
    </div>
  );

  function reason(): string {
    if (standing === "waiting") return text("waiting", { name: thread.name });
    return text(other ? "closed" : "gone");
  }
}
