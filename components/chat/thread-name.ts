import { useTranslations } from "next-intl";
import type { ThreadKind } from "#lib/chat/schema.ts";

/** What a thread is called, also where nobody is there to call it by: a group without a name, or the other of two who has left the network. */
export function useThreadName(): (thread: { kind: ThreadKind; name: string }) => string {
  const text = useTranslations("chat");
  return ({ kind, name }) => name || text(kind === "GROUP" ? "group.unnamed" : "former");
}
