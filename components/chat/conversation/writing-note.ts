import { useTranslations } from "next-intl";
import { asks } from "#components/chat/state/standing-now.ts";
import { useConversationView } from "./conversation-view.ts";

/** What one should know before one writes here: that nobody is there to be told, or that a first line asks for consent. */
export function useWritingNote(): string | null {
  const text = useTranslations("chat.composer");
  const { thread, viewerId } = useConversationView();
  const { name } = thread;
  if (thread.away) return text("away", { name });
  return asks(thread, viewerId) ? text("asks", { name }) : null;
}
