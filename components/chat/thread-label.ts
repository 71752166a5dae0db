import { useTranslations } from "next-intl";
import type { ThreadKind } from "#lib/chat/schema.ts";
import { useThreadName } from "./thread-name.ts";

/** What the conversation itself is called. */
export function useThreadLabel(): (thread: { kind: ThreadKind; name: string }) => string {
  const text = useTranslations("chat.thread");
  const nameOf = useThreadName();
  return (thread) => {
    if (thread.kind === "GROUP") return text("groupLabel", { name: nameOf(thread) });
    return thread.name ? text("label", { name: thread.name }) : text("formerLabel");
  };
}
