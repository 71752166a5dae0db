import { useTranslations } from "next-intl";
import type { ThreadStanding } from "#lib/chat/schema.ts";
import { useConversationView } from "./conversation-view.ts";

/** In place of the composer where the viewer may not write: why. */
export function StandingNote({ standing }: { standing: ThreadStanding }) {
  const text = useTranslations("chat.composer");
  const { thread } = useConversationView();
  return (
    <p className="shrink-0 border-t border-hairline px-5 py-5 text-center text-sm text-ink-soft">
      {standing === "waiting" ? text("waiting", { name: thread.name }) : text("closed")}
    </p>
  );
}
